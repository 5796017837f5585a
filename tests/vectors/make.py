"""Makes the conformance vectors from the reference model.

    python3 make.py PATH/TO/REFERENCE-MODEL

Writes lines.json (single lines in a state: evidence, rules, the state after), visits.json (several turns, two people,
repair, gates, then the time between visits), ratings.json (whole ratings: cues, harm, repair, severity 3) and cues.json
(the table of visible cues, as it is).
"""
import copy, json, random, sys
sys.path.insert(0, sys.argv[1])
import model as M, score as S
from acts import ACTS

VARS = dict(arousal="A", trust="T", heard="H", respect="R", safety="S", control="C", readiness="Z")
NEEDS = ["physio", "safety", "belonging", "esteem", "growth"]
FEELS = ["anger", "fear", "sadness", "shame", "contempt", "embarrassment", "relief"]
IDS = sorted(ACTS)
rng = random.Random(20260101)

def state(n): return [getattr(n, v) for v in VARS.values()]

def npc(triggers):
    n = M.NPC(A=rng.uniform(5, 99), T=rng.uniform(2, 95), H=rng.uniform(0, 95), R=rng.uniform(2, 95), S=rng.uniform(2, 95), C=rng.uniform(2, 95),
              Z=rng.uniform(0, 99), A_base=rng.uniform(15, 45), stress=rng.uniform(0, 20), react=rng.uniform(.7, 1.4), grudge=rng.uniform(.8, 1.5),
              triggers=triggers, history=rng.choice([-2, -1, 0, 1]), need=rng.choice(NEEDS), intox=rng.choice([0, 0, .3, .7]),
              risk=rng.random() < .1, emotion=rng.choice(FEELS), inten=rng.randint(1, 3), proactive=rng.random() < .15)
    return n

def memory(n):
    n.T_start = max(0, n.T - rng.choice([0, 0, rng.uniform(0, 15)])); n.Z0 = max(0, n.Z - rng.choice([0, 0, 24, rng.uniform(0, 25)]))
    n.t = rng.randint(0, 7); n.qrun = rng.randint(0, 3); n.hist_ack = rng.random() < .3
    n.recent = [[rng.choice(IDS)], [rng.choice(IDS)]] if n.t > 1 else []
    if n.t and rng.random() < .3: n.rupture = n.t - rng.randint(1, min(5, n.t))

def line(acts=None):
    acts = acts or rng.sample(IDS, rng.randint(1, 3))
    return dict(acts=acts, words=rng.choice([0, 6, 14, 25, 26, 40]), label=rng.choice([None, (rng.choice(FEELS), rng.randint(1, 3))]),
                need=rng.choice([None, None] + NEEDS), touches=rng.choice([[], [], [], ["door"], ["door", "command"]]),
                asked=rng.random() < .3, two_party=rng.random() < .4)

def person(n):
    return dict(state=state(n), baseline=n.A_base, stress=n.stress, reactivity=n.react, grudge=n.grudge, triggers=sorted(n.triggers), history=n.history,
                need=n.need, intoxication=n.intox, hazard=n.risk, feels=[n.emotion, n.inten], proactive=n.proactive, turn=n.t, questions=n.qrun,
                acknowledged=n.hist_ack, recent=n.recent[-2:], rupture=n.rupture, trust_at_start=n.T_start, readiness_at_start=n.Z0)

def one(n, o):
    before = person(n); other = copy.deepcopy(n); ev, fired, m = M.evidence(n, o); repaired = M.apply(n, o, ev, m); M.overhear(other, o)
    return dict(person=before, line=o, evidence=[ev[d] for d in M.D], rules=fired, after=state(n), repaired=repaired, debt=n.debt, worst=n.worst,
                gate=M.gates(n), overheard=other.R)

# Techniques that a rule needs in a line; a rule that is not here can fire with any.
NEEDS_ACTS = {"R02": [["advice"], ["inform"], ["warm_referral"], ["evoke_change"]], "R03": [["advice"]], "R04": [["advice", "seek_permission"]],
              "R05": [["seek_collab"], ["evoke_change"], ["warm_referral"], ["inform"], ["simple_reflection"], ["paraphrase"]],
              "R06": [["complex_reflection"]], "R07": [["emotion_label"], ["complex_reflection"]],
              "R08": [["limit_reason", "validation"], ["limit_reason", "emotion_label"], ["limit_reason", "offer_choice"]],
              "R09": [["limit_reason"], ["command"], ["threat"]], "R11": [["false_promise"], ["rescue"], ["appease"], ["false_reassure"]],
              "R16": [["validation"]], "R17": [["open_question"], ["closed_question"], ["why_accuse"], ["evoke_change"], ["question_stack"]],
              "R18": [["open_question"], ["closed_question"], ["offer_choice"]], "R19": [["effective_pause"]], "R20": [["empty_praise"]],
              "R21": [["self_disclosure"]], "R22": [["argue"]], "R23": [["take_sides"]], "R24": [["acknowledge_repair"]],
              "R25": [["limit_reason"], ["limit_choice"]], "T1": [["limit_choice"]]}
RULES = ["R%02d" % i for i in range(1, 26) if i != 15] + ["T1", "S1", "S2"]     # R15 weighs every loss and never stands in a list

# Where a rule begins or ends, so that lines can stand just on either side.
EDGES = [("R01", "A", 70), ("R02", "H", 50), ("R03", "Z", 25), ("R05", "Z", 50), ("R05", "H", 50), ("R05", "A", 45), ("R06", "T", 30), ("R06", "A", 75),
         ("R09", "A", 70), ("R18", "A", 80), ("R18", "intox", .6), ("R19", "T", 25), ("R20", "T", 40), ("R20", "Z", 25), ("R21", "T", 40),
         ("R22", "A", 60), ("R25", "H", 35), ("R14", "history", 0), ("R14", "t", 4), ("R17", "qrun", 2)]

def edges():
    """for each edge and each technique of the rule, the same line on the edge and half a step (or one) below it, where the rule changes"""
    out = []
    for rule, variable, edge in EDGES:
        below = edge - (1 if variable in ("history", "t", "qrun") else .05 if variable == "intox" else .5)
        for acts in NEEDS_ACTS.get(rule, [["validation"]]):
            for _ in range(3000):
                n = npc(()); memory(n); o = line(list(acts)); both = []
                for value in (edge, below):
                    m = copy.deepcopy(n); setattr(m, variable, value); m.T_start, m.Z0 = min(m.T_start, m.T), min(m.Z0, m.Z); both.append(one(m, o))
                if (rule in both[0]["rules"]) != (rule in both[1]["rules"]): out += both; break
            else: print("the rule does not hang on it:", rule, variable, edge, acts)
    return out

def tried(acts, again):
    """one line with these techniques in a random state; `again` puts a helpful one of them into both of the last turns"""
    n = npc(rng.choice([(), ("command",), ("door", "threat"), (rng.choice(IDS), "door")])); memory(n)
    if len(acts) < 3: acts = acts + rng.sample([i for i in IDS if i not in acts], rng.randint(0 if acts else 1, 3 - len(acts)))
    helpful = [a for a in acts if ACTS[a]["pol"] == "+"]
    if again and helpful:
        n.t = max(n.t, 2); said = rng.choice(helpful); n.recent = [[said], [said]]
    return one(n, line(rng.sample(acts, len(acts))))

def search(wanted, fits, tries=4000):
    """a line in which the wanted rules fire, or None"""
    for _ in range(tries):
        acts = []
        for rule in wanted: acts += [a for a in rng.choice(NEEDS_ACTS.get(rule, [[]])) if a not in acts]
        if len(acts) > 3: continue
        v = tried(acts, "S1" in wanted)
        if fits(v["rules"]): return v
    return None

def lines():
    out = [tried([], False) for _ in range(400)] + edges()
    none = []
    for a in RULES:
        for k in range(3): out.append(search([a], lambda r: r == [a]))
        for b in RULES:
            if a < b:
                v = search([a, b], lambda r: r == sorted([a, b]), 1500) or search([a, b], lambda r: a in r and b in r)
                if v: out.append(v)
                else: none.append(a + "+" + b)
    print(len(out), "lines; never together:", " ".join(none))
    return out

def visits():
    out = []
    for _ in range(60):
        a, b = npc(("door",)), npc(("command",)); a.risk = b.risk = False; v = dict(people=[person(a), person(b)], turns=[], between=[])
        for _ in range(rng.randint(4, 9)):
            o = line(["acknowledge_repair"] if rng.random() < .25 else None); to = rng.randint(0, 1); n, other = (a, b) if to == 0 else (b, a)
            ev, fired, m = M.evidence(n, o); rep = M.apply(n, o, ev, m); M.overhear(other, o)
            v["turns"].append(dict(to=to, line=o, evidence=[ev[d] for d in M.D], repaired=rep, after=[state(a), state(b)], gates=[M.gates(a), M.gates(b)]))
        for _ in range(2):
            g = dict(days=rng.choice([0, 14, 61, 115]), contacts=rng.randint(0, 3), kept=rng.randint(0, 2), broken=rng.randint(0, 1), made_good=rng.random() < .5,
                     scene_stress=rng.choice([-40, 5, 10, 40, 90]), scene_A=rng.choice([None, None, 86]))
            M.between(a, **g); v["between"].append(dict(gap=g, after=state(a), history=a.history, broken=a.broken))
            o = line(); ev, fired, m = M.evidence(a, o); M.apply(a, o, ev, m); v["between"][-1].update(line=o, then=state(a))
        out.append(v)
    return out

def ratings():
    out = []
    for i in range(120):
        grave = rng.choice([None, None, None, "judgment", "interrupt", "appease"]); old = {k: dict(v) for k, v in ACTS.items()}
        if grave: ACTS[grave]["sev"] = 3
        turns = []
        for t in range(rng.randint(1, 16)):
            offered = [[grave] if grave and rng.random() < .3 else rng.sample(IDS, rng.randint(1, 3)) for _ in range(rng.randint(2, 5))]; n = npc(()); evs = [M.evidence(n, dict(acts=a))[0] for a in offered]
            c = rng.randrange(len(offered)); turns.append(dict(evs=evs, chosen=c, acts=offered[c], risk=rng.random() < .1,
                repaired=rng.randrange(t) if t and rng.random() < .15 else None, salience=rng.choice([.5, 1, 1, 2])))
            if rng.random() < .2: turns[-1].update(cue=rng.choice([[1, -.5, 1], [1, -.5, -.5, 1]]), cue_chosen=rng.randrange(3))
        r = S.rate(turns)
        out.append(dict(grave=grave, turns=[dict(t, evs=[[e[d] for d in M.D] for e in t["evs"]]) for t in turns],
                        ratings=[r[d] and [r[d][k] for k in ("raw", "post", "sd", "neff", "f", "final", "lo", "hi", "rating")] for d in M.D]))
        for k, v in old.items(): ACTS[k].update(v)
    # the least variance is reached only after some 600 perfect turns: one turn, many times
    turn = dict(evs=[[2.0] * 4, [-1.0] * 4], chosen=0, acts=["open_question"], risk=False, repaired=None, salience=1, times=700)
    r = S.rate([dict(turn, evs=[dict(zip(M.D, e)) for e in turn["evs"]])] * 700)
    return out + [dict(grave=None, turns=[turn], ratings=[[r[d][k] for k in ("raw", "post", "sd", "neff", "f", "final", "lo", "hi", "rating")] for d in M.D])]

import os, shutil
here = os.path.dirname(os.path.abspath(__file__))
for name, made in (("lines", lines()), ("visits", visits()), ("ratings", ratings())):
    with open(os.path.join(here, name + ".json"), "w") as f:
        f.write("[" + ",\n".join(json.dumps(v, separators=(",", ":")) for v in made) + "]\n")
shutil.copy(os.path.join(sys.argv[1], "cues.json"), here)
