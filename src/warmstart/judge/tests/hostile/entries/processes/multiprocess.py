import multiprocessing

context = multiprocessing.get_context("fork")
process = context.Process(target=print)
process.start()
