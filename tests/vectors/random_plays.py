"""Plays scenarios at random through `alongside replay` and recomputes every number with the reference model.

    python3 random_plays.py PROGRAM REPLAY.PY PLAYS SCENARIO... [--keep FILE]

PROGRAM is the built alongside, REPLAY.PY the reference model's checker. Each play takes a fresh seed and answers cue
questions at random, passing some over. Prints what was reached; exits 1 on any difference over 1e-9. With --keep, the
moves and numbers of the plays are written to FILE: plays.json is made of 12 plays of ../scenarios/two-doors.ron.
"""
import collections, importlib.util, json, os, random, subprocess, sys

arguments = sys.argv[1:]
kept, keep = [], None
if "--keep" in arguments:
    at = arguments.index("--keep")
    keep = arguments[at + 1]
    del arguments[at:at + 2]
program, checker, plays, scenarios = arguments[0], arguments[1], int(arguments[2]), arguments[3:]
sys.path.insert(0, os.path.dirname(os.path.abspath(checker)))
spec = importlib.util.spec_from_file_location("reference_replay", checker)
reference = importlib.util.module_from_spec(spec)
spec.loader.exec_module(reference)

MOST_TURNS = 40


def replay(scenario, seed, choices, cues):
    command = [program, "replay", scenario, "--seed", str(seed), "--json"]
    command += [f"--choices={','.join(map(str, choices))}"] if choices else []
    command += [f"--cues={','.join(map(str, cues))}"] if cues else []
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stderr}")
    return json.loads(done.stdout)


def numbers(turn):
    """what a model computes of a turn"""
    offered = [dict(number=o["number"], evidence=o["evidence"], rules=o["rules"]) for o in turn["offered"]]
    return dict(node=turn["node"], offered=offered, **{key: turn[key] for key in ("before", "after", "rating", "repaired")})


def play(scenario, seed, rng):
    choices, cues = [], []
    while True:
        document = replay(scenario, seed, choices, cues)
        if document["ended"] or len(choices) == MOST_TURNS:
            kept.append(dict(seed=seed, choices=choices, cues=cues, turns=[numbers(turn) for turn in document["turns"]], ratings=document["ratings"]))
            return document
        now = document["next"]
        if now["cue"]:
            cues.append(rng.randint(0, len(now["cue"]["answers"])))
        choices.append(rng.choice(now["offered"])["number"])


seen = {name: collections.Counter() for name in ("rules", "pairs", "techniques", "endings", "nodes", "repairs", "unscored")}


def note(document):
    seen["endings"][(document["ending"] or {"node": "(broken off)"})["node"]] += 1
    seen["unscored"].update(d for d, r in document["ratings"].items() if r is None)
    for turn in document["turns"]:
        seen["nodes"][turn["node"]] += 1
        seen["repairs"][turn["repaired"] is not None] += 1
        for line in turn["offered"]:
            seen["techniques"].update(line["techniques"])
            seen["rules"].update(line["rules"])
            seen["pairs"].update((a, b) for a in line["rules"] for b in line["rules"] if a < b)


values = differences = 0
for scenario in scenarios:
    for counters in seen.values():
        counters.clear()
    for seed in range(plays):
        document = play(scenario, seed, random.Random(f"{scenario} {seed}"))
        note(document)
        for place, wanted, found in reference.recompute(document):
            values += 1
            if reference.differs(wanted, found):
                differences += 1
                if differences <= 20:
                    print(f"{scenario}, seed {seed}: {place}: expected {wanted}, found {found}")
    print(f"{scenario}: {plays} plays")
    for name, counters in seen.items():
        if name == "pairs":
            print(f"  {len(counters)} pairs of rules in one line")
        else:
            print(f"  {name}: " + ", ".join(f"{key} {n}" for key, n in sorted(counters.items())))
print(f"{values} values recomputed, {differences} differ")
if keep and not differences:
    with open(keep, "w") as f:
        f.write("[" + ",\n".join(json.dumps(k, separators=(",", ":")) for k in kept) + "]\n")
sys.exit(bool(differences) or values == 0)
