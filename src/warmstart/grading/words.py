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
_OPPOSITES = """
increase decrease; rise fall; grow shrink; high low; higher lower; more less; more fewer; large small;
larger smaller; big small; bigger smaller; upper lower; over under; always never; before after; faster
slower; fast slow; best worst; better worse; max min; maximum minimum; positive negative; with without;
independent dependent; biased unbiased; same different; constant growing; convex concave; sparse dense;
first last; left right; row column; numerator denominator; precision recall; bias variance; l1 l2; encoder
decoder; true false; early late; above below; add subtract; added subtracted; multiply divide; multiplied
divided; many few; easy hard; cheap expensive; stable unstable; linear quadratic; linear exponential;
constant linear; vanish explode; zero infinity; local global; train test; training test; deep shallow;
long short; longer shorter; strong weak; wide narrow; internal external; inside outside; correlated
independent; correlated uncorrelated; guaranteed impossible; possible impossible; safe unsafe; parent
child; parents children; front back; head tail; stack queue; lifo fifo; depth breadth; inner outer;
underestimate overestimate; underfit overfit; underfitting overfitting; overfits underfits; sequential
parallel; discrete continuous; supervised unsupervised; generative discriminative; lower higher; gain
loss; gains loses; reject accept; sorted unsorted; directed undirected; cyclic acyclic; mutable immutable;
equal unequal; symmetric asymmetric; all none; every no; some all; only also; sender receiver; rows
columns; majority minority; lossy lossless; optimistic pessimistic; exact approximate; necessary
unnecessary; finite infinite; balanced imbalanced; balanced unbalanced; active inactive; static dynamic;
fixed learned; explodes vanishes; worse better; read write; reads writes; raise reduce; raises reduces;
raises lowers; amplify dampen; amplified damped; keep drop; keeps drops; widen narrow; smooth sharp; flat
steep; near far; nearer farther; closer further; closest farthest; rare common; rare frequent; hot cold;
start end; old new; sum product; mean median; forward backward; source target; query key; hit miss
"""
OPPOSITES = [tuple(pair.split()) for pair in _OPPOSITES.split(";")]
