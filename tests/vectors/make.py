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
                acknowledged=n.hist_ack, recent=n.recent[-2:], rupture=n.rupture)

def one(n, o):
    before = person(n); other = copy.deepcopy(n); ev, fired, m = M.evidence(n, o); repaired = M.apply(n, o, ev, m); M.overhear(other, o)
    return dict(person=before, line=o, evidence=[ev[d] for d in M.D], rules=fired, after=state(n), repaired=repaired, debt=n.debt, worst=n.worst,
                gate=M.gates(n), overheard=other.R)

def lines():
    out, seen, tries = [], {}, 0
    def keep(v):
        out.append(v)
        for i, a in enumerate(v["rules"]):
            seen[(a,)] = seen.get((a,), 0) + 1
            for b in v["rules"][i + 1:]: seen[(a, b)] = seen.get((a, b), 0) + 1
    while tries < 400000 and len(out) < 3000:
        tries += 1; n = npc(rng.choice([(), ("command",), ("door", "threat"), (rng.choice(IDS), "door")])); memory(n); v = one(n, line())
        r = v["rules"]; keys = [(a,) for a in r] + [(a, b) for i, a in enumerate(r) for b in r[i + 1:]]
        if len(out) < 800 or any(seen.get(k, 0) < 2 for k in keys): keep(v)
    alone = sorted(k[0] for k in seen if len(k) == 1)
    print(len(out), "lines,", len(alone), "rules fire:", " ".join(alone), ",", sum(1 for k in seen if len(k) == 2), "pairs of rules")
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
                     scene_stress=rng.choice([5, 10, 40]), scene_A=rng.choice([None, None, 86]))
            M.between(a, **g); v["between"].append(dict(gap=g, after=state(a), history=a.history, broken=a.broken))
            o = line(); ev, fired, m = M.evidence(a, o); M.apply(a, o, ev, m); v["between"][-1].update(line=o, then=state(a))
        out.append(v)
    return out

def ratings():
    out = []
    for i in range(120):
        grave = rng.choice([None, None, None, "judgment", "interrupt"]); old = {k: dict(v) for k, v in ACTS.items()}
        if grave: ACTS[grave]["sev"] = 3
        turns = []
        for t in range(rng.randint(1, 16)):
            offered = [rng.sample(IDS, rng.randint(1, 3)) for _ in range(rng.randint(2, 5))]; n = npc(()); evs = [M.evidence(n, dict(acts=a))[0] for a in offered]
            c = rng.randrange(len(offered)); turns.append(dict(evs=evs, chosen=c, acts=offered[c], risk=rng.random() < .1,
                repaired=rng.randrange(t) if t and rng.random() < .15 else None, salience=rng.choice([.5, 1, 1, 2])))
            if rng.random() < .2: turns[-1].update(cue=rng.choice([[1, -.5, 1], [1, -.5, -.5, 1]]), cue_chosen=rng.randrange(3))
        r = S.rate(turns)
        out.append(dict(grave=grave, turns=[dict(t, evs=[[e[d] for d in M.D] for e in t["evs"]]) for t in turns],
                        ratings=[r[d] and [r[d][k] for k in ("raw", "post", "sd", "neff", "f", "final", "lo", "hi", "rating")] for d in M.D]))
        for k, v in old.items(): ACTS[k].update(v)
    return out

import os, shutil
here = os.path.dirname(os.path.abspath(__file__))
for name, made in (("lines", lines()), ("visits", visits()), ("ratings", ratings())):
    with open(os.path.join(here, name + ".json"), "w") as f:
        f.write("[" + ",\n".join(json.dumps(v, separators=(",", ":")) for v in made) + "]\n")
shutil.copy(os.path.join(sys.argv[1], "cues.json"), here)
