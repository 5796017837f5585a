"""Makes heads.json (heads and necks alone), clothes.json (trousers and garments alone, frontal, without what chance prints on
them) and whole.json (whole figures, without what chance decides in hair) as the reference artwork draws them: one digest for
each layer.

    python3 make.py PATH/TO/REFERENCE-ARTWORK

A layer is [color, opacity, blur, clip, left, top, right, bottom, sum of x, sum of y] over all points of its outlines.
"""
import difflib, inspect, json, math, os, random, re, sys, textwrap
sys.path.insert(0, sys.argv[1])
import rig as R, limbs, wardrobe

HERE = os.path.dirname(os.path.abspath(__file__))
UNIT = ('shoulders', 'shrink', 'turn', 'tilt')
# Bones that nobody in the game has yet, on Mara and Dev.
BONES = dict(broad=dict(width=1.06, round=1.1, double=1.0, cheek_up=6, brow_w=.8, temple=1), gaunt=dict(gaunt=.8, ridge=.6, thin=.9, jaw_angle=5, long=8, skull=4, corner=1.4, lid=.8, ear=1.2))
NAMES = dict(eye_w='eye_width', nose_w='nose_width', nose_len='nose_length', mouth_w='mouth_width', lip_up='lip_upper', lip_lo='lip_lower', brow_w='brow_width', double='double_chin')
LIGHT = ('key', 'ambient', 'rim', 'key_mix', 'ambient_mix', 'exposure', 'light_x', 'rim_dir', 'rim_w')

# The reference rounds for the file; here everything stays exact.
def exact(owner, name): exec(textwrap.dedent(inspect.getsource(getattr(owner, name))).replace('%.2f', '%r'), R.__dict__); return R.__dict__[name]
R.d_of, R.rim_of, R.Rig.draw = exact(R, 'd_of'), exact(R, 'rim_of'), exact(R.Rig, 'draw')

class Recorder(R.Canvas):
    def __init__(s): super().__init__(); s.layers, s.clips, s.open, s.places = [], [], [], [(1, 0, 0, 0)]
    def fill(s, d, color, op=1.0, blur=0, rule=None):
        if op <= .004: return
        xs, ys = s.placed(d)
        box = [min(xs), min(ys), max(xs), max(ys), sum(xs), sum(ys)]
        s.layers.append([color, round(min(op, 1), 4), round(blur * s.SOFT, 4), next((c for c in s.open[::-1] if c is not None), -1)] + [round(v, 2) for v in box])
    def clip(s, d):
        p = s.placed(d)
        if p not in s.clips: s.clips.append(p)
        s.open.append(s.clips.index(p))
    def group(s, transform): s.open.append(None); s.places.append(within(s.places[-1], transform))
    def end(s):
        if s.open.pop() is None: s.places.pop()
    def placed(s, d): c, n, x, y = s.places[-1]; p = points(d); return [u * c - v * n + x for u, v in p], [u * n + v * c + y for u, v in p]

def within(outer, transform):
    """A turn (cosine, sine) and a move, within another."""
    c, n, x, y = outer
    for kind, numbers in re.findall(r'(\w+)\(([^)]*)\)', transform):
        v = [float(t) for t in re.split('[ ,]+', numbers)]
        if kind == 'translate': u, w, (dx, dy) = 1, 0, v
        else:
            u, w = math.cos(math.radians(v[0])), math.sin(math.radians(v[0])); a, b = v[1:] or (0, 0); dx, dy = a - a * u + b * w, b - a * w - b * u
        c, n, x, y = c * u - n * w, n * u + c * w, dx * c - dy * n + x, dx * n + dy * c + y
    return c, n, x, y

def points(d):
    """All points of a path; straight sides count as cubics."""
    out = []
    for command, numbers in re.findall(r'([MCLHVhv])([^MCLHVhvZ]*)', d):
        v = [float(n) for n in re.findall(r'-?[\d.]+(?:e-?\d+)?', numbers)]
        if command in 'MC': out += zip(v[::2], v[1::2]); continue
        x, y = out[-1]
        for p in {'L': list(zip(v[::2], v[1::2])), 'H': [(v[0], y)], 'V': [(x, v[0])], 'h': [(x + v[0], y)], 'v': [(x, y + v[0])]}[command]:
            x, y = out[-1]; out += [(x + (p[0] - x) * t, y + (p[1] - y) * t) for t in (1 / 3, 2 / 3, 1)]
    return out

def whole(person, place, au, pose, seed):
    """Every layer of a figure, with other chances for another seed."""
    class Chance(random.Random):
        def __init__(s, n=0): super().__init__(n + seed)
    wardrobe.random.Random, kept = Chance, wardrobe.random.Random
    r = R.Rig(person, place, au, pose); r.c = Recorder(); r.draw()
    wardrobe.random.Random = kept
    return r.c.layers

class Outermost(Recorder):
    """Without what is clipped twice: the game clips by one shape at a time."""
    def fill(s, *a, **k):
        if sum(c is not None for c in s.open) < 2: super().fill(*a, **k)
    def text(s, *a): pass

def garment(person, place, pose, seed):
    """Trousers and all that is worn."""
    class Chance(random.Random):
        def __init__(s, n=0): super().__init__(n + seed)
    wardrobe.random.Random, kept = Chance, wardrobe.random.Random
    r = R.Rig(person, place, {}, pose); r.c = Outermost(); b = r.body_shapes()
    wardrobe.cloth_back(r, b); wardrobe.clothes(r, b)
    wardrobe.random.Random = kept
    return r.c.layers

def without_chance(*a): return same(whole(*a, 0), whole(*a, 1000))
def same(one, two):
    alike = difflib.SequenceMatcher(None, [repr(l) for l in one], [repr(l) for l in two], autojunk=False)
    return [l for m in alike.get_matching_blocks() for l in one[m.a:m.a + m.size]]

def head(person, place, au, pose, carriage):
    turn_of, limbs.turn_of = limbs.turn_of, lambda s: (carriage['turn'] * (1 if s.lx < 0 else -1), carriage['tilt'])
    r = R.Rig(person, place, au, pose); c = r.c = Recorder()
    r.sh_up += carriage['shoulders']; r.sh_in += carriage['shrink']
    r.neck(r.body_shapes()); r.ear(-1); r.ear(1)
    outline = R.bez(r.head_pts()); d = R.d_of(outline)
    c.fill(d, r.T['base']); c.clip(d); r.planes(); c.end()
    for e in (-1, 1): r.socket(e)
    c.clip(d); r.cheeks(); r.folds(); c.end()
    for e in (-1, 1): r.eye(e)
    r.nose(); r.mouth()
    for e in (-1, 1): r.brow(e)
    r.brow_lines()
    if place.get('rim_w'): c.fill(R.rim_of(outline, place['rim_dir'], place['rim_w'] * .8), r.T['rim'], .85, .4)
    limbs.turn_of = turn_of
    return c.layers

def ron(fields): return '(%s)' % ', '.join('%s: %s' % (NAMES.get(k, k), '(%s, %s)' % tuple(v) if isinstance(v, list) else json.dumps(v)) for k, v in fields.items())

people, places = R.load('people.json'), R.load('places.json')
places['studio_right'] = dict(places['studio'], light_x=1)
emotions = dict(people['emotions'], blink=dict(au={'45': 1}, pose={'yaw': 12}), wide=dict(au={'12': 1, '10': .6, '20': .8, '26': 1, '25': 1}, pose={'yaw': 25, 'pitch': -16, 'roll': 10}))
def case(name, person, room, au, pose, layers, **more):
    used[room] = ron({k: places[room][k] for k in LIGHT if k in places[room]})
    units = {k: [v.get('R', 0), v.get('L', 0)] if isinstance(v, dict) else [v, v] for k, v in au.items()}
    arms = pose.get('arms', 'hanging'); arms = [arms, arms, 0] if isinstance(arms, str) else arms
    return dict(name=name, look=person, light=room, units=units, posture={k: v for k, v in pose.items() if k != 'arms'}, arms=arms, layers=layers, **more)
# Lids drawn wide, wrinkled noses, lifted and stretched lips: drawn beyond the reference, so that disgust and fear are read.
BETTERED = ('5', '9', '10', '20')
def write(name, cases):
    cases = [c for c in cases if not any(max(c['units'].get(unit, [0])) > 0 for unit in BETTERED)]
    with open(os.path.join(HERE, name), 'w') as f:
        f.write('{"lights":%s,"figures":[\n%s\n]}\n' % (json.dumps(used), ',\n'.join(json.dumps(c, separators=(',', ':')) for c in cases)))

used, heads = {}, []
rooms = ('studio', 'bar_day', 'hallway', 'studio_right')
for i, (who, bones, emotion) in enumerate([('mara', None, e) for e in emotions] + [('dev', None, e) for e in list(emotions)[1::2]] + [('mara', 'broad', 'joy'), ('dev', 'broad', 'anger'), ('dev', 'gaunt', 'contempt'), ('mara', 'gaunt', 'disgust')]):
    person, room = people['people'][who], rooms[i % len(rooms)]
    person = dict(person, face=dict(BONES[bones], soft=.5)) if bones else person
    # Bodies are frontal: the game turns them in another way.
    au, pose = emotions[emotion]['au'], dict(person['pose'], **emotions[emotion]['pose'], body_yaw=0)
    carriage = dict(zip(UNIT, ((0, 0, 0, 3), (.3, .2, 0, -4), (-.1, .6, 0, 8))[i % 3]))
    heads.append(case(' '.join(filter(None, (who, bones, emotion))), who, room, au, pose, head(person, places[room], au, pose, carriage), face=ron(BONES[bones]) if bones else None, carriage=carriage))
write('heads.json', heads)

used, dressed = {}, []
# Layers that the game draws better: a coat's lining and the ends of ties have corners there.
BETTER = dict(lyle=[6], sandoval=[18, 19], park=[21, 22], tessa=[19, 20])
for i, who in enumerate(('mara', 'dev', 'jo', 'oyelaran', 'lyle', 'sandoval', 'nadia', 'ostrow', 'kyle', 'suri', 'renee', 'marcus', 'donna', 'yusuf', 'park', 'tessa')):
    person, room = people['people'][who], 'studio' if who in ('suri', 'park') else rooms[i % len(rooms)]
    pose = dict(yaw=person['pose'].get('yaw', 0), body_yaw=0, shoulders=(0, .5, -.3)[i % 3], shrink=(0, 0, .4)[i % 3], breath=(0, .4, -.4)[i % 3], head_x=3)
    layers = same(garment(person, places[room], pose, 0), garment(person, places[room], pose, 1000))
    dressed.append(case(who, who, room, {}, pose, [l for i, l in enumerate(layers) if i not in BETTER.get(who, [])]))
write('clothes.json', dressed)

used, figures = {}, []
# Frontal, no arm straight, none raised: elsewhere the game turns torsos and lets cloth follow the arms, which the reference does not.
for who, emotion, room, arms in (('mara', 'neutral', 'bar_day', 'mop'), ('mara', 'shame', 'studio_right', 'folded'), ('mara', 'anger', 'hallway', 'open'),
                                 ('dev', 'wary', 'hallway', 'mop'), ('dev', 'fear', 'studio', ['folded', 'mop', .6]), ('dev', 'relief', 'bar_day', ['folded', 'open', .4])):
    person = people['people'][who]; au, pose = emotions[emotion]['au'], dict(person['pose'], **emotions[emotion]['pose'], body_yaw=0, arms=arms)
    figures.append(case('%s %s %s' % (who, emotion, arms), who, room, au, pose, without_chance(person, places[room], au, pose)))
write('whole.json', figures)
