"""Words that a grader treats apart: those that carry no matter, those that deny."""

_FUNCTION = """
a an the this that these those it its he she they them their we our us you your i me my is are was were
be been being am do does did has have had having will would can could may might must shall should of in
on at by for from to into with within about as than then so if because since while when where which who
whom whose what why how and or but not no nor only also too very just more most less least much many some
any each every all both either there here up out over under again once such same other own between
through during before after above below off down until against let one thus hence therefore isn't don't
doesn't it's that's
"""
_FILLERS = "um uh er erm hmm okay ok basically actually like well yeah"
_NEGATIONS = "not no never nor neither without cannot hardly"
_UP = "increase rise raise grow grown higher larger bigger more up greater gain enlarge"
_DOWN = "decrease fall drop shrink lower smaller less down fewer reduce decline lessen"

FUNCTION_WORDS = frozenset(_FUNCTION.split())
FILLERS = frozenset(_FILLERS.split())
NEGATIONS = frozenset(_NEGATIONS.split())
UP, DOWN = frozenset(_UP.split()), frozenset(_DOWN.split())
