"""Makes face.json: heads and necks as the reference artwork draws them, one digest for each layer.

    python3 make.py PATH/TO/REFERENCE-ARTWORK

A layer is [color, opacity, blur, clip, left, top, right, bottom, sum of x, sum of y] over all points of its outlines.
"""
import inspect, json, os, re, sys
sys.path.insert(0, sys.argv[1])
import rig as R, limbs, wardrobe

HERE = os.path.dirname(os.path.abspath(__file__))
UNIT = ('shoulders', 'shrink', 'turn', 'tilt')
# Bones that nobody in the game has yet, on Mara and Dev.
BONES = dict(broad=dict(width=1.06, round=1.1, double=1.0, cheek_up=6, brow_w=.8, temple=1), gaunt=dict(gaunt=.8, ridge=.6, thin=.9, jaw_angle=5, long=8, skull=4, corner=1.4, lid=.8, ear=1.2))
NAMES = dict(eye_w='eye_width', nose_w='nose_width', nose_len='nose_length', mouth_w='mouth_width', lip_up='lip_upper', lip_lo='lip_lower', brow_w='brow_width', double='double_chin')
LIGHT = ('key', 'ambient', 'rim', 'key_mix', 'ambient_mix', 'exposure', 'light_x', 'rim_dir', 'rim_w')

# The reference rounds its paths for the file; here they stay exact.
for name in ('d_of', 'rim_of'): exec(inspect.getsource(getattr(R, name)).replace('%.2f', '%r'), R.__dict__)

class Recorder(R.Canvas):
    def __init__(s): super().__init__(); s.layers, s.clips, s.open = [], [], []
    def fill(s, d, color, op=1.0, blur=0, rule=None):
        if op <= .004: return
        xs, ys = points(d)
        box = [min(xs), min(ys), max(xs), max(ys), sum(xs), sum(ys)]
        s.layers.append([color, round(min(op, 1), 4), round(blur * s.SOFT, 4), s.open[-1] if s.open else -1] + [round(v, 2) for v in box])
    def clip(s, d):
        if d not in s.clips: s.clips.append(d)
        s.open.append(s.clips.index(d))
    def end(s): s.open.pop()

def points(d):
    """All points of a path; straight sides count as cubics."""
    xs, ys = [], []
    for command, numbers in re.findall(r'([MCL])([^MCLZ]*)', d):
        v = [float(n) for n in numbers.split()]
        if command == 'L': v = line(xs[-1], ys[-1], *v)
        xs += v[::2]; ys += v[1::2]
    return xs, ys
def line(x, y, u, v): return [c for t in (1 / 3, 2 / 3, 1) for c in (x + (u - x) * t, y + (v - y) * t)]

def head(person, place, au, pose, carriage):
    limbs.turn_of = lambda s: (carriage['turn'] * (1 if s.lx < 0 else -1), carriage['tilt'])
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
    return c.layers

def ron(fields): return '(%s)' % ', '.join('%s: %s' % (NAMES.get(k, k), '(%s, %s)' % tuple(v) if isinstance(v, list) else json.dumps(v)) for k, v in fields.items())

people, places = R.load('people.json'), R.load('places.json')
places['studio_right'] = dict(places['studio'], light_x=1)
emotions = dict(people['emotions'], blink=dict(au={'45': 1}, pose={'yaw': 12}), wide=dict(au={'12': 1, '10': .6, '20': .8, '26': 1, '25': 1}, pose={'yaw': 25, 'pitch': -16, 'roll': 10}))
cases = [(who, None, e) for who in ('mara', 'dev') for e in emotions] + [('mara', 'broad', 'joy'), ('dev', 'broad', 'anger'), ('dev', 'gaunt', 'contempt'), ('mara', 'gaunt', 'disgust')]
rooms, used, heads = ('studio', 'bar_day', 'hallway', 'studio_right'), {}, []
for i, (who, bones, emotion) in enumerate(cases):
    person, room = people['people'][who], rooms[i % len(rooms)]
    person = dict(person, face=dict(BONES[bones], soft=.5)) if bones else person
    au, pose = emotions[emotion]['au'], dict(person['pose'], **emotions[emotion]['pose'])
    carriage = dict(zip(UNIT, ((0, 0, 0, 3), (.3, .2, 4, -4), (-.1, .6, -3, 8))[i % 3]))
    used[room] = ron({k: places[room][k] for k in LIGHT if k in places[room]})
    units = {k: [v.get('R', 0), v.get('L', 0)] if isinstance(v, dict) else [v, v] for k, v in au.items()}
    heads.append(dict(name=' '.join(filter(None, (who, bones, emotion))), look=who, face=ron(BONES[bones]) if bones else None, light=room, units=units, posture=pose, carriage=carriage,
                      layers=head(person, places[room], au, pose, carriage)))
with open(os.path.join(HERE, 'face.json'), 'w') as f:
    f.write('{"lights":%s,"heads":[\n%s\n]}\n' % (json.dumps(used), ',\n'.join(json.dumps(h, separators=(',', ':')) for h in heads)))
