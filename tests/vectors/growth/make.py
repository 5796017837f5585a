"""Makes progress.json: made-up trainees, and what there is to tell about each on one day.

    python3 make.py

Written from the scoring basis (4.3, 4.5, 6.4 to 6.6) and docs/growth.md, not from the program; standard library only.
"""
import json, math, os, random

DIMENSIONS = "ELBU"
CELLS = [(d, upset, wary, before) for d in range(4) for upset in (0, 1) for wary in (0, 1) for before in (0, 1)]
rng = random.Random(3)


# --- made-up plays -------------------------------------------------------------------------------------------------
def rating(skill):
    """A rating as 4.2 to 4.4 make it, from a score and a number of chances drawn here."""
    raw = min(100.0, max(0.0, rng.gauss(skill, 12)))
    if rng.random() < .02: raw = 0.0
    n = rng.uniform(1.5, 12)
    factor = rng.choice([1, 1, 1, .94, .86, .7])
    est = (n * raw + 3 * 50) / (n + 3)
    sd = math.sqrt(max(est * (100 - est), 25) / (n + 4))
    final = raw * factor
    if rng.random() < .05: final = min(final, 37.5)
    return dict(raw=raw, estimate=est, sd=sd, n_eff=n, harm_factor=factor, final=final,
                low=factor * max(0, min(raw, est - 1.28 * sd)), high=factor * min(100, max(raw, est + 1.28 * sd)))


def play(day, skill, scenarios):
    turns = []
    kinds = rng.sample(range(8), rng.randint(1, 3))
    for _ in range(rng.randint(0, 9)):
        terms = [[round(min(1, max(0, rng.gauss(skill[d] / 100, .3))), 2), round(rng.random(), 2)] if rng.random() < .6 else None for d in range(4)]
        turns.append(dict(context=rng.choice(kinds), terms=terms))
    return dict(scenario=rng.choice(scenarios)["id"], day=day, first=rng.random() < .75, complete=rng.random() < .9,
                mode=rng.choice(["practice", "practice", "practice", "assessment", "coached"]),
                aimed_at=rng.choice([None, rng.randrange(32), 4, 20, 20]),
                ratings=[rating(s) if rng.random() < .95 else None for s in skill], turns=turns,
                harm=[rng.random() < .15 for _ in range(4)],
                leaning=None if rng.random() < .1 else [rng.choice([0, 0, 1, 2]), rng.choice([0, 0, 1, 3])],
                questions=rng.choice([0, 1, 2, 2, 3, 6]))


def trainee(count):
    scenarios = [dict(id=f"s{i}", cells=sorted([c, rng.randint(1, 4)] for c in rng.sample(range(32), rng.randint(0, 14))))
                 for i in range(rng.randint(1, 6))]
    skill, slope = [rng.uniform(25, 95) for _ in range(4)], [rng.choice([0, 0, 5, -5]) for _ in range(4)]
    day, plays = rng.randint(19000, 21000), []
    for i in range(count):
        plays.append(play(day, [s + i * g for s, g in zip(skill, slope)], scenarios))
        day += rng.choice([0, 0, 1, 1, 2, 5, 9, 25])
    return dict(plays=plays, today=day + rng.choice([0, 1, 3, 12, 50]), scenarios=scenarios,
                relevance=[rng.choice([.5, .5, .8]) for _ in range(4)])


# --- 4.3: growth ---------------------------------------------------------------------------------------------------
def kind(p):
    if not p["first"]: return "again"
    return "coached" if p["mode"] == "coached" else "first"


def pool(pairs):
    if not pairs: return None
    weights = [sd ** -2 for _, sd in pairs]
    est = sum(w * e for w, (e, _) in zip(weights, pairs)) / sum(weights)
    sd = sum(weights) ** -.5
    return [est, sd, max(0, est - 1.28 * sd), min(100, est + 1.28 * sd), len(pairs)]


def series(plays, d):
    points, first = [], []
    for p in plays:
        r = p["ratings"][d]
        if not p["complete"] or r is None or r["n_eff"] < 3: continue
        est = r["estimate"] * (r["final"] / r["raw"] if r["raw"] else r["harm_factor"])
        if kind(p) == "first": first.append((est, r["sd"]))
        points.append([p["day"], kind(p), r["final"], est, min(r["low"], r["final"]), r["high"], pool(first)])
    early = late = None
    verdict = "not_enough_yet"
    if len(first) >= 3:
        third = len(first) // 3
        early, late = pool(first[:third]), pool(first[-third:])
        delta, doubt = late[0] - early[0], 1.96 * math.hypot(early[1], late[1])
        verdict = "grown" if delta > doubt else "fallen" if delta < -doubt else "about_the_same"
    return dict(points=points, now=pool(first), verdict=verdict, early=early, late=late)


# --- 6.4: mastery, forgetting, priority ----------------------------------------------------------------------------
def tries(p, cell):
    d, upset, wary, before = cell
    return [t["terms"][d] for t in p["turns"] if t["context"] == 4 * upset + 2 * wary + before and t["terms"][d]]


def skill(plays, cell):
    theta, n, half, last = 0.0, 0, 10.0, None
    for p in plays:
        met = tries(p, cell) if p["first"] else []
        for q, g in met:
            g = min(.9, max(.1, g))
            chance = 1 / (1 + math.exp(-(theta - math.log((1 - g) / g))))
            theta += (.15 + .25 * math.exp(-n / 10)) * (q - chance)
            n += 1
        if met:
            mean = sum(q for q, _ in met) / len(met)
            if mean >= .7 and last is not None and p["day"] > last: half *= 1.8
            if mean < .4: half *= .6
            half, last = min(180, max(4, half)), p["day"]
    return dict(level=theta, turns=n, half_life=half, last=last)


def left(s, day):
    m = 1 / (1 + math.exp(-s["level"]))
    return m if s["last"] is None else .35 + (m - .35) * .5 ** ((day - s["last"]) / s["half_life"])


def priorities(case, skills):
    out = []
    for cell, s in zip(CELLS, skills):
        recent = case["plays"][-5:]
        harm = sum(p["harm"][cell[0]] for p in recent) / len(recent) if recent else 0
        out.append(.45 * (1 - left(s, case["today"])) + .25 * .5 / math.sqrt(1 + s["turns"] / 4) + .2 * harm + .1 * case["relevance"][cell[0]])
    return out


def order(case, values):
    aims = [p["aimed_at"] for p in case["plays"] if p["aimed_at"] is not None]
    barred = aims[-1] if len(aims) > 1 and aims[-1] == aims[-2] else None
    most = {}
    for s in case["scenarios"]:
        for c, n in s["cells"]: most[c] = max(n, most.get(c, 0))
    # claims that differ by rounding alone are the same claim
    return sorted((c for c in most if c != barred), key=lambda c: (-round(values[c], 12), -most[c], c))


def scenario_for(case, cell):
    serving = [(dict(map(tuple, s["cells"])).get(cell, 0), s["id"]) for s in case["scenarios"]]
    last = lambda i: max([p["day"] for p in case["plays"] if p["scenario"] == i], default=-math.inf)
    serving = sorted((last(i), -n, i) for n, i in serving if n)
    return serving[0][2] if serving else None


# --- 6.5: refreshers -----------------------------------------------------------------------------------------------
def refresher(case, skills, d):
    plays, today = case["plays"], case["today"]
    days = [p["day"] for p in plays if any(t["terms"][d] for t in p["turns"])]
    if not days: return None
    dates = [days[0] + n for n in [0, 2, 7, 21, 45, 75, 105, 135, 165] + [165 + 37 * i for i in range(1, 60)]]
    nearest = lambda day: min(range(len(dates)), key=lambda i: (abs(dates[i] - day), -i))
    kept = {nearest(day) for day in days}
    latest = max(i for i, date in enumerate(dates) if date <= today)
    done = nearest(days[-1])
    place = latest if done < latest else max(latest, done) + 1
    missed = 0
    while place - 1 - missed >= 1 and place - 1 - missed not in kept: missed += 1
    practiced = [i for i, cell in enumerate(CELLS) if cell[0] == d and any(tries(p, cell) for p in plays)]
    cell, day, cause = min(practiced, key=lambda i: (left(skills[i], today), i)), dates[place], "calendar"
    faded = []
    for i in practiced:
        s = skills[i]
        if s["last"] is not None and left(s, s["last"]) >= .6:
            faded.append((next(t for t in range(s["last"], s["last"] + 4000) if left(s, t) < .6), i))
    faded = [f for f in faded if f[0] > days[-1]]
    if faded and day > today and min(faded)[0] < day: (day, cell), cause = min(faded), "fading"
    return dict(cell=cell, day=day, cause=cause, missed=missed, short=missed >= 2, scenario=scenario_for(case, cell))


# --- 4.5, 6.4, 6.6: see-saw, questions, difficulty -----------------------------------------------------------------
def see_saw(plays):
    kept = [p["leaning"] for p in plays if p["complete"] and p["leaning"]]
    if not kept: return None
    hard, soft = sum(k[0] for k in kept[-5:]), sum(k[1] for k in kept[-5:])
    n, balance = hard + soft, (soft - hard) / (soft + hard + 1)
    alpha, beta = soft + 1, hard + 1
    sd = math.sqrt(alpha * beta / ((alpha + beta) ** 2 * (alpha + beta + 1)))  # of a Beta distribution
    middle = 2 * alpha / (alpha + beta) - 1
    low, high = min(balance, max(-1, middle - 2.56 * sd)), max(balance, min(1, middle + 2.56 * sd))
    word = "clear" if abs(balance) < .25 else "too_hard" if high < 0 else "too_soft" if low > 0 else "open"
    return dict(balance=balance, low=low, high=high, leaning=word)


def questions(plays):
    runs = [p["questions"] for p in plays if p["complete"] and kind(p) == "first"]
    if len(runs) < 3: return "not_enough_yet"
    third = len(runs) // 3
    change = (sum(runs[-third:]) - sum(runs[:third])) / third
    return "falling" if change <= -1 else "rising" if change >= 1 else "about_the_same"


def difficulty(plays, d):
    level, step, waiting = 0, "stay", None
    for p in plays:
        r = p["ratings"][d]
        if not p["complete"] or kind(p) != "first" or p["aimed_at"] is None or p["aimed_at"] // 8 != d or r is None: continue
        mark = "up" if r["final"] >= 75 else "down" if r["final"] < 45 else None
        step = mark if mark and mark == waiting else "stay"
        level += {"up": 1, "down": -1, "stay": 0}[step]
        waiting = None if step != "stay" else mark
    return [level, step]


def told(case):
    plays, today = case["plays"], case["today"]
    skills = [skill(plays, cell) for cell in CELLS]
    values = priorities(case, skills)
    return dict(case, told=dict(
        series=[series(plays, d) for d in range(4)],
        mastery=[[s["level"], s["turns"], s["half_life"], s["last"], left(s, today)] for s in skills],
        priorities=values, order=order(case, values), see_saw=see_saw(plays), questions=questions(plays),
        refreshers=[refresher(case, skills, d) for d in range(4)], difficulty=[difficulty(plays, d) for d in range(4)],
        scenario=[scenario_for(case, c) for c in range(32)]))


if __name__ == "__main__":
    cases = [told(trainee(count)) for count in [0, 1, 2, 3, 3, 4, 5, 6, 8, 9, 9, 12, 12, 15, 20, 24]]
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "progress.json"), "w") as f:
        f.write("[" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases) + "]\n")
