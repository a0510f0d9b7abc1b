"""The kernel under Jupyter's own test suite, every sample of it defined."""
import unittest

import jupyter_kernel_test


class KernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "cluster-csharp"
    language_name = "C#"
    file_extension = ".cs"
    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("a warning");'
    completion_samples = [
        {"text": "Console.WriteL", "matches": {"WriteLine"}},
        {"text": "Math.Sq", "matches": {"Sqrt"}},
        {"text": "disp", "matches": {"display"}},
    ]
    complete_code_samples = ["1 + 1", "var x = 1;", 'if (true) { Console.Write("a"); }', '#!import "setup.csx"']
    incomplete_code_samples = ["if (true) {", "var x = ", "new[] { 1, 2,", 'Console.WriteLine("a"']
    invalid_code_samples = ["var = = 1;", "1 + ) 2;"]
    code_page_something = "Math.Sqrt?"
    code_generate_error = 'throw new InvalidOperationException("on purpose");'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "6 * 7 + 0", "result": "42"},
        {"code": "new[] { 1, 2 }", "result": "[1, 2]"},
        {"code": 'HTML("<b>bold</b>")', "mime": "text/html", "result": "<b>bold</b>"},
    ]
    code_display_data = [
        {"code": 'display(HTML("<i>shown</i>"));', "mime": "text/html"},
        {"code": "display(1.5);", "mime": "text/plain"},
    ]
    code_history_pattern = "6*7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.Sqrt"
    code_clear_output = 'Console.Write("gone"); clear_output();'


if __name__ == "__main__":
    unittest.main(verbosity=2)
