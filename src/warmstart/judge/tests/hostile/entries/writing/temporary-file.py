import tempfile

tempfile.TemporaryFile()
