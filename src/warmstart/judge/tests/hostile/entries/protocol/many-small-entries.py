# An array whose every entry would be shown to the learner.
raw_case(b'{"$nd":["<f2",[8000000],0]}', [bytes(16000000)])
