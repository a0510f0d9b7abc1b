"""What Jupyter's own suite leaves out, asked through jupyter_client as a front end would ask."""
import json
import os
import queue
import signal
import subprocess
import sys
import time
import unittest

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.session import Session

NAME = "cluster-csharp"
PATIENCE = 30


class Kernel:
    """One kernel with its channels."""

    def __init__(self):
        self.manager = KernelManager(kernel_name=NAME)
        self.manager.start_kernel()
        self.connect()

    def connect(self):
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=PATIENCE)

    def shown(self, request, patience=PATIENCE):
        """The messages that a request caused, to its idle."""
        messages = []
        while True:
            message = self.client.get_iopub_msg(timeout=patience)
            if message["parent_header"].get("msg_id") != request:
                continue
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return messages
            messages.append(message)

    def reply(self, request, patience=PATIENCE):
        while True:
            message = self.client.get_shell_msg(timeout=patience)
            if message["parent_header"].get("msg_id") == request:
                return message["content"]

    def run(self, code, **options):
        request = self.client.execute(code, **options)
        reply = self.reply(request)
        return reply, [m for m in self.shown(request) if m["msg_type"] not in ("status", "execute_input")]

    def value(self, code):
        reply, shown = self.run(code)
        assert reply["status"] == "ok", reply
        return next((m["content"]["data"]["text/plain"] for m in shown if m["msg_type"] == "execute_result"), None)

    def text(self, code, stream="stdout"):
        _, shown = self.run(code)
        return "".join(m["content"]["text"] for m in shown if m["msg_type"] == "stream" and m["content"]["name"] == stream)

    def ask(self, kind, content, channel="shell"):
        send = getattr(self.client, channel + "_channel")
        message = self.client.session.msg(kind, content)
        send.send(message)
        return message["header"]["msg_id"]

    def close(self):
        self.client.stop_channels()
        if self.manager.is_alive():
            self.manager.shutdown_kernel()


class WithKernel(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kernel = Kernel()

    @classmethod
    def tearDownClass(cls):
        cls.kernel.close()


class Interrupts(WithKernel):
    """A stop answers at once and keeps the variables."""

    def check(self, code, channel="control"):
        self.kernel.value("var kept = 41;")
        request = self.kernel.client.execute("Console.WriteLine(\"begins\");\n" + code)
        while self.kernel.client.get_iopub_msg(timeout=PATIENCE)["msg_type"] != "stream":
            pass
        time.sleep(0.3)
        began = time.monotonic()
        if channel == "control":
            self.kernel.manager.interrupt_kernel()
        else:
            self.kernel.ask("interrupt_request", {})
        reply = self.kernel.reply(request)
        took = time.monotonic() - began
        self.assertEqual(reply["status"], "error")
        self.assertEqual(reply["ename"], "Interrupted", reply)
        self.assertIn("was stopped", reply["evalue"])
        # The promise is 0.3 s and is held to in tests/Benchmarks; here the machine may be busy with other tests.
        self.assertLess(took, 5, code)
        self.assertEqual(self.kernel.value("kept + 1"), "42")
        return took

    def test_busy_loop(self):
        self.check("while (true) { kept = 41; }")

    def test_sleep(self):
        self.check("System.Threading.Thread.Sleep(60_000);")

    def test_await(self):
        self.check("await Task.Delay(60_000);")

    def test_linq(self):
        self.check("Enumerable.Range(0, int.MaxValue).Select(i => Math.Sqrt(i)).Where(x => x < 0).Select(x => x + 1).Sum()")

    def test_linq_of_calls(self):
        self.check("double Root(int i) => Math.Sqrt(i);\nEnumerable.Range(0, int.MaxValue).Select(i => Root(i)).Sum()")

    def test_query(self):
        self.check("(from i in Enumerable.Range(0, int.MaxValue) where i < 0 select i).Count()")

    def test_parallel_loop(self):
        self.check("Parallel.For(0, int.MaxValue, i => { var s = 0.0; for (var j = 0; j < 100; j++) s += Math.Sqrt(i * j); });")

    def test_flood_of_output(self):
        self.check("while (true) Console.WriteLine(\"again and again\");")

    def test_on_the_shell_channel_as_VS_Code_does(self):
        self.check("while (true) { }", channel="shell")

    def test_without_a_running_cell_nothing_happens(self):
        self.kernel.reply(self.kernel.ask("interrupt_request", {}))
        self.assertEqual(self.kernel.value("6 * 7"), "42")


class Outputs(WithKernel):
    def test_streams_keep_their_order_from_any_thread(self):
        _, shown = self.kernel.run(
            'Console.Write("a"); Console.Error.Write("b"); var t = new System.Threading.Thread(() => Console.Write("c")); t.Start(); t.Join(); '
            'await Task.Run(() => Console.Error.Write("d")); display(1); Console.Write("e");'
        )
        order = [(m["content"]["name"], m["content"]["text"]) if m["msg_type"] == "stream" else m["msg_type"] for m in shown]
        self.assertEqual(order, [("stdout", "a"), ("stderr", "b"), ("stdout", "c"), ("stderr", "d"), "display_data", ("stdout", "e")])

    def test_twenty_megabytes(self):
        text = self.kernel.text('for (var i = 0; i < 200_000; i++) Console.WriteLine(new string((char)(97 + i % 26), 104));')
        self.assertEqual(len(text), 200_000 * 105)
        self.assertTrue(all(line == chr(97 + i % 26) * 104 for i, line in enumerate(text.split("\n")[:-1])))

    def test_a_display_is_updated_in_its_place(self):
        _, shown = self.kernel.run('var d = display("0 %"); d.Update("100 %");')
        self.assertEqual([m["msg_type"] for m in shown], ["display_data", "update_display_data"])
        first, second = (m["content"] for m in shown)
        self.assertEqual(first["transient"], second["transient"])
        self.assertTrue(first["transient"]["display_id"])
        self.assertEqual(second["data"]["text/plain"], "100 %")
        _, later = self.kernel.run('d.Update("from a later cell");')
        self.assertEqual(later[0]["content"]["transient"], first["transient"])

    def test_progress_updates_in_place(self):
        _, shown = self.kernel.run('foreach (var i in progress(Enumerable.Range(0, 300).ToList(), "Draws")) System.Threading.Thread.Sleep(1);')
        self.assertEqual({m["msg_type"] for m in shown}, {"display_data", "update_display_data"})
        self.assertEqual(len([m for m in shown if m["msg_type"] == "display_data"]), 1)
        self.assertEqual(shown[-1]["content"]["data"]["text/plain"], "Draws: 300 of 300")
        self.assertIn("<progress", shown[-1]["content"]["data"]["text/html"])
        self.assertLess(len(shown), 100)

    def test_clear_output_may_wait(self):
        _, shown = self.kernel.run('Console.Write("old"); clear_output(true); Console.Write("new");')
        self.assertEqual([m["msg_type"] for m in shown], ["stream", "clear_output", "stream"])
        self.assertIs(shown[1]["content"]["wait"], True)

    def test_an_error_names_the_line(self):
        reply, shown = self.kernel.run('var text = "a";\nConsole.Write(int.Parse(text));')
        self.assertEqual(reply["ename"], "FormatException")
        self.assertEqual(shown[-1]["msg_type"], "error")
        self.assertIn("line 2: Console.Write(int.Parse(text));", "\n".join(reply["traceback"]))

    def test_what_does_not_compile_names_the_spot(self):
        reply, _ = self.kernel.run('var n = 1;\nvar text = n.Lenght;')
        self.assertEqual(reply["ename"], "CompilationError")
        self.assertIn("line 2, column 14: CS1061", "\n".join(reply["traceback"]))

    def test_an_unknown_magic_says_what_to_use(self):
        reply, _ = self.kernel.run("#!javascript\nalert(1)")
        self.assertIn('show it with display(HTML("...")).', reply["evalue"])

    def test_chinese_and_emoji_arrive_whole(self):
        self.assertEqual(self.kernel.text('Console.Write("新乡 😀 é");'), "新乡 😀 é")

    def test_json_representations_are_json(self):
        _, shown = self.kernel.run(
            "public class J { } class TypeFormatterSourceAttribute : Attribute { public TypeFormatterSourceAttribute(Type t) => FormatterSourceType = t; public Type FormatterSourceType { get; } }\n"
            "public class F { public string MimeType => \"application/json\"; public bool Format(object o, TextWriter w) { w.Write(\"{\\\"a\\\":1}\"); return true; } }\n"
            "public class S { public IEnumerable<object> CreateTypeFormatters() => new object[] { new F() }; }\n"
            "[TypeFormatterSource(typeof(S))] public class K { }\nnew K()"
        )
        self.assertEqual(shown[-1]["content"]["data"]["application/json"], {"a": 1})


class Requests(WithKernel):
    def test_silent_code_shows_nothing_and_is_not_counted(self):
        before, _ = self.kernel.run("1")
        request = self.kernel.client.execute('Console.Write("unheard"); 5', silent=True)
        self.assertEqual(self.kernel.reply(request)["execution_count"], before["execution_count"])
        self.assertEqual([m["msg_type"] for m in self.kernel.shown(request)], ["status"])

    def test_code_that_is_not_stored_is_not_counted(self):
        before, _ = self.kernel.run("1")
        reply, shown = self.kernel.run("2", store_history=False)
        self.assertEqual(reply["execution_count"], before["execution_count"])
        self.assertEqual(shown[0]["msg_type"], "execute_result")
        request = self.kernel.client.history(hist_access_type="tail", n=1)
        self.assertEqual(self.kernel.reply(request)["history"][0][2], "1")

    def test_expressions_of_the_front_end_are_evaluated(self):
        reply, _ = self.kernel.run("var seven = 7;", user_expressions={"good": "seven * 6", "bad": "nothing"})
        self.assertEqual(reply["user_expressions"]["good"]["data"]["text/plain"], "42")
        self.assertEqual(reply["user_expressions"]["bad"]["status"], "error")

    def test_cells_sent_along_with_one_that_fails_do_not_run(self):
        codes = ['throw new Exception("first");', "var never = 1;", "never"]
        requests = [self.kernel.client.execute(c) for c in codes]
        self.assertEqual([self.kernel.reply(r)["status"] for r in requests], ["error", "aborted", "aborted"])
        self.assertEqual(self.kernel.value("1 + 1"), "2")

    def test_they_run_where_the_front_end_wants_it(self):
        requests = [self.kernel.client.execute(c, stop_on_error=False) for c in ['throw new Exception("first");', "3 * 3"]]
        self.assertEqual([self.kernel.reply(r)["status"] for r in requests], ["error", "ok"])

    def test_console_asks_the_front_end(self):
        request = self.kernel.client.execute('Console.Write("City? "); var city = Console.ReadLine(); Console.Write($"{city}!");', allow_stdin=True)
        question = self.kernel.client.get_stdin_msg(timeout=PATIENCE)
        self.assertEqual(question["msg_type"], "input_request")
        self.assertEqual(question["content"], {"prompt": "City?", "password": False})
        self.kernel.client.input("新乡")
        self.assertEqual(self.kernel.reply(request)["status"], "ok")
        text = "".join(m["content"]["text"] for m in self.kernel.shown(request) if m["msg_type"] == "stream")
        self.assertEqual(text, "City? 新乡!")

    def test_a_question_can_be_interrupted(self):
        request = self.kernel.client.execute("Console.ReadLine()", allow_stdin=True)
        self.kernel.client.get_stdin_msg(timeout=PATIENCE)
        self.kernel.manager.interrupt_kernel()
        self.assertEqual(self.kernel.reply(request)["ename"], "Interrupted")

    def test_nobody_to_ask_is_the_end_of_the_input(self):
        request = self.kernel.client.execute("Console.ReadLine() is null", allow_stdin=False)
        self.assertEqual(self.kernel.reply(request)["status"], "ok")
        shown = self.kernel.shown(request)
        self.assertEqual(shown[-1]["content"]["data"]["text/plain"], "True")

    def test_a_comm_that_nobody_serves_is_closed_again(self):
        request = self.kernel.ask("comm_open", {"comm_id": "one", "target_name": "nobody", "data": {}})
        shown = self.kernel.shown(request)
        self.assertEqual([m["content"]["comm_id"] for m in shown if m["msg_type"] == "comm_close"], ["one"])
        for kind in ("comm_msg", "comm_close"):
            self.kernel.shown(self.kernel.ask(kind, {"comm_id": "one", "data": {}}))
        self.assertEqual(self.kernel.reply(self.kernel.client.comm_info())["comms"], {})

    def test_code_points_beyond_the_bmp_in_completion(self):
        self.kernel.run('var 城市 = "x"; var faces = "y";')
        before = 'var s = "😀😀"; fac'
        reply = self.kernel.reply(self.kernel.client.complete(before + " // 😀", len(before)))
        self.assertIn("faces", reply["matches"])
        self.assertEqual((reply["cursor_start"], reply["cursor_end"]), (len(before) - 3, len(before)))
        self.assertEqual(self.kernel.reply(self.kernel.client.complete("城"))["matches"], ["城市"])

    def test_completion_tells_types_and_signatures(self):
        reply = self.kernel.reply(self.kernel.client.complete('"abc".Subs'))
        self.assertEqual(reply["matches"], ["Substring"])
        (item,) = reply["metadata"]["_jupyter_types_experimental"]
        self.assertEqual(item["type"], "function")
        self.assertIn("Substring(int startIndex", item["signature"])

    def test_inspection_shows_documentation(self):
        code = "ClusterResearch.Indexing.Weighing.EntropyWeights"
        data = self.kernel.reply(self.kernel.client.inspect(code))["data"]
        self.assertIn("an indicator counts the more, the less evenly it is spread", data["text/plain"])
        self.assertIn("p_ij = x_ij / Σ_i x_ij", data["text/markdown"])

    def test_editors_are_answered_while_a_cell_runs(self):
        request = self.kernel.client.execute("while (true) { }")
        self.assertIn("Sqrt", self.kernel.reply(self.kernel.client.complete("Math.Sq"))["matches"])
        self.kernel.manager.interrupt_kernel()
        self.assertEqual(self.kernel.reply(request)["ename"], "Interrupted")

    def test_requests_that_do_not_exist_get_no_answer_and_do_no_harm(self):
        self.kernel.shown(self.kernel.ask("nonsense_request", {}))
        self.assertEqual(self.kernel.value("1 + 2"), "3")


class Life(unittest.TestCase):
    """Start, restart, end."""

    def test_restart_forgets_and_shutdown_ends(self):
        kernel = Kernel()
        kernel.value("var before = 1;")
        kernel.manager.restart_kernel()
        kernel.client.stop_channels()
        kernel.connect()
        reply, _ = kernel.run("before")
        self.assertEqual((reply["ename"], reply["execution_count"]), ("CompilationError", 1))
        process = kernel.manager.provisioner.process
        request = kernel.ask("shutdown_request", {"restart": False}, "control")
        answer = kernel.client.get_control_msg(timeout=PATIENCE)
        self.assertEqual((answer["parent_header"]["msg_id"], answer["content"]["status"]), (request, "ok"))
        self.assertEqual(process.wait(timeout=5), 0)
        kernel.client.stop_channels()

    def test_two_kernels_do_not_know_each_other(self):
        one, two = Kernel(), Kernel()
        one.value("var whose = 1;")
        two.value("var whose = 2;")
        self.assertEqual((one.value("whose"), two.value("whose")), ("1", "2"))
        one.close()
        self.assertEqual(two.value("whose * 21"), "42")
        two.close()

    def test_five_hundred_cells(self):
        kernel = Kernel()
        kernel.value("var n = 0;")
        times = []
        for i in range(500):
            began = time.monotonic()
            self.assertEqual(kernel.value(f"n += 1; var v{i} = n; v{i}"), str(i + 1))
            times.append(time.monotonic() - began)
        first, last = sorted(times[20:120])[50], sorted(times[-100:])[50]
        self.assertLess(last, 5 * first + 0.1, "cells must not become slower and slower")
        self.assertEqual(kernel.reply(kernel.client.complete("v49"))["matches"][0], "v49")
        kernel.close()

    def test_wrong_signatures_are_dropped(self):
        kernel = Kernel()
        own = kernel.client.session
        kernel.client.session = Session(key=b"wrong")
        channel = kernel.client.shell_channel
        right, channel.session = channel.session, kernel.client.session
        kernel.client.execute("Environment.Exit(3);")
        # A late answer to an earlier question cannot be read with the wrong key; ours would have ended the kernel.
        with self.assertRaises((queue.Empty, ValueError)):
            kernel.client.get_shell_msg(timeout=1)
        kernel.client.session = own
        channel.session = right
        self.assertEqual(kernel.value("6 * 7"), "42")
        kernel.close()

    def test_the_heart_beats_while_a_cell_runs(self):
        kernel = Kernel()
        request = kernel.client.execute("while (true) { }")
        time.sleep(2)
        self.assertTrue(kernel.client.hb_channel.is_beating())
        kernel.manager.interrupt_kernel()
        self.assertEqual(kernel.reply(request)["ename"], "Interrupted")
        kernel.close()

    def test_a_kernel_whose_client_is_gone_ends_by_itself(self):
        script = "from session import Kernel; import time; k = Kernel(); print(k.manager.provisioner.process.pid, flush=True); time.sleep(60)"
        client = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, cwd=os.path.dirname(os.path.abspath(__file__)))
        pid = int(client.stdout.readline())
        client.send_signal(signal.SIGKILL)
        client.wait()
        client.stdout.close()
        for _ in range(50):
            if not self.lives(pid):
                return
            time.sleep(0.2)
        os.kill(pid, signal.SIGKILL)
        self.fail("the kernel was left behind")

    @staticmethod
    def lives(pid):
        try:
            with open(f"/proc/{pid}/stat") as stat:
                return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
        except FileNotFoundError:
            return False

    def test_jupyter_finds_the_kernelspecs(self):
        specs = KernelSpecManager().find_kernel_specs()
        for name in (NAME, ".net-csharp"):
            self.assertIn(name, specs)
            with open(os.path.join(specs[name], "kernel.json")) as file:
                self.assertEqual(json.load(file)["interrupt_mode"], "message")


if __name__ == "__main__":
    unittest.main(verbosity=2)
