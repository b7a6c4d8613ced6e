#!/usr/bin/env python3
# The reference definition of every figure, kept unchanged: jianbao/score must give the same (tests/score/test_score.py).
"""Score automatic article segmentation and metadata against gold labels, without line provenance.

    python score.py --gold GOLDDIR --out MDDIR [--pages TEXTDIR] [--json FILE] [--articles]
    python score.py --self-test [--gold GOLDDIR [--pages TEXTDIR]]

GOLDDIR holds the *.yaml label files (format: FORMAT.md); the page texts are looked for in TEXTDIR, then in GOLDDIR.
MDDIR holds the generated Markdown articles (searched recursively): YAML front matter between two --- lines, body after.
Every labelled, non-blank line of a page is looked for in the output articles by its normalised text (NFKC, lower case,
letters and digits only).  A line counts as held by an article when the whole of it is there, or when at least
--min-cover of it is covered by 8-character pieces that are there.  A line found in several articles goes to the one that
overlaps most with the gold article that owns the line.  Needs Python 3.9+ and PyYAML.

Front matter field names are set by the --f-* flags: comma-separated alternatives, dots for nesting (e.g. dc.title).
If a page-binding field (--f-page) of an output article names a gold page, the article is only compared with that page.
"""
import argparse, collections, datetime, glob, html, json, os, re, sys, tempfile, unicodedata
import yaml

K = 8                                     # length of a shingle
SHORT = 8                                 # lines with fewer characters must match as a whole
MUNI = {'北京市', '天津市', '上海市', '重庆市', '香港特别行政区', '澳门特别行政区'}
T2S = str.maketrans('門別東縣區鄉鎮灣臺廣蘇陝遼龍寧慶貴雲爾漢陽興豐萬麗樂馬鳥濟濰煙濱澤營蕪馬鞍陰錫鹽揚鎮連雲', '门别东县区乡镇湾台广苏陕辽龙宁庆贵云尔汉阳兴丰万丽乐马鸟济潍烟滨泽营芜马鞍阴锡盐扬镇连云')

# ------------------------------------------------------------------ text

_norm_cache = {}
def norm(s):
    if s is None: return ''
    s = str(s)
    r = _norm_cache.get(s)
    if r is None:
        r = ''.join(c for c in unicodedata.normalize('NFKC', s).lower() if unicodedata.category(c)[0] in 'LN')
        if len(s) < 4000: _norm_cache[s] = r
    return r

def strip_md(t):
    t = re.sub(r'<!--.*?-->', '', t, flags=re.S)
    t = re.sub(r'!\[([^\]]*)\]\([^)]*\)', r'\1', t)
    t = re.sub(r'(?<!\\)\[([^\]]*)\]\((?:[^()]|\([^)]*\))*\)', r'\1', t)
    t = re.sub(r'(?<!\\)</?[a-zA-Z][^<>\n]*>', '', t)
    t = re.sub(r'^\s*\[\^?[^\]]+\]:.*$', '', t, flags=re.M)
    return html.unescape(t)

def as_list(v):
    if v is None: return []
    return list(v) if isinstance(v, (list, tuple)) else [v]

def field(fm, names):
    for n in names.split(','):
        v = fm
        for part in n.strip().split('.'):
            v = v.get(part) if isinstance(v, dict) else None
            if v is None: break
        if v not in (None, '', []): return v
    return None

# ------------------------------------------------------------------ output articles

class Out:
    def __init__(self, path, fm, body, o):
        self.path, self.fm, self.body_raw = path, fm, body
        self.title = field(fm, o.f_title); self.kicker = field(fm, o.f_kicker); self.subtitle = field(fm, o.f_subtitle)
        self.byline = field(fm, o.f_byline); self.date = field(fm, o.f_date)
        self.authors = []
        for a in as_list(field(fm, o.f_authors)):
            if isinstance(a, dict): self.authors.append((str(a.get('name') or a.get('姓名') or ''), str(a.get('role') or a.get('身份') or '')))
            elif a is not None:
                self.authors += [(x.strip(), '') for x in re.split(r'[;；、,，]', str(a)) if x.strip()]
        self.regions = [r for r in (path_of(x) for x in as_list(region_value(field(fm, o.f_regions)))) if r]
        self.bind = [str(x) for x in as_list(field(fm, o.f_page))]
        body = strip_md(body)
        self.paras = [norm(p) for p in re.split(r'\n\s*\n', body)]
        self.body_lines = {norm(l) for l in body.split('\n')} - {''}
        self.body = norm(body)
        extra = [self.title, self.kicker, self.subtitle, self.byline] + [field(fm, n) for n in o.f_text.split(',') if n.strip()]
        extra = [' '.join(str(y.get('text', y) if isinstance(y, dict) else y) for y in as_list(x)) for x in extra]
        self.fields = [norm(x) for x in extra if norm(x)]
        k, t, u = (norm(str(x)) if x else '' for x in (self.kicker, self.title, self.subtitle))
        self.fields += [x for x in {k + t, t + u, k + t + u, t + k} if x and x not in self.fields]    # the page may print them on one line
        self.text = '\x00'.join([self.body] + self.fields + [norm(''.join(a for a, _ in self.authors))])
        self.names = norm(''.join('|' + a for a, _ in self.authors)) + '\x00' + norm(self.byline)
        self._sh = None
    def shingles(self):
        if self._sh is None: self._sh = {self.text[i:i + K] for i in range(len(self.text) - K + 1)}
        return self._sh
    def cover(self, n):
        """Number of characters of n that this article holds, and whether it holds all of n in one piece."""
        if n in self.text: return len(n), True
        if len(n) < SHORT + 2: return 0, False
        sh, cov = self.shingles(), bytearray(len(n))
        for i in range(len(n) - K + 1):
            if n[i:i + K] in sh: cov[i:i + K] = b'\x01' * K
        return sum(cov), False
    def cover_mask(self, n):
        if n in self.text: return bytearray(b'\x01' * len(n))
        sh, cov = self.shingles(), bytearray(len(n))
        for i in range(len(n) - K + 1):
            if n[i:i + K] in sh: cov[i:i + K] = b'\x01' * K
        return cov

def region_value(v):
    if isinstance(v, dict):
        if any(k in v for k in ('province', 'city', 'county', '省', '市', '县')): return [v]
        return [x for k in v for x in as_list(v[k])]
    if isinstance(v, (list, tuple)) and v and all(isinstance(x, str) for x in v) and not any(re.search(r'[/>›»|]', x) for x in v) and len(v) > 1 and re.search('(省|自治区)$|^(北京|天津|上海|重庆)市$', v[0]) and not re.search('(省|自治区)$', v[1]):
        return [list(v)]                   # one path given as a flat list
    return v

def path_of(x):
    if isinstance(x, dict):
        for k in ('path', 'name'):
            if x.get(k): return path_of(x[k])
        x = [x.get(k) for k in ('country', 'province', '省', 'city', '市', 'county', '县', 'town') if x.get(k)]
    if isinstance(x, str): x = re.split(r'\s*[/>›»|·]\s*', x)
    return [unicodedata.normalize('NFKC', str(c)).strip().translate(T2S) for c in (x or []) if str(c).strip() and str(c) != '中国'] if isinstance(x, (list, tuple)) else []

def loose(p):
    return [re.sub(r'(特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|地区|省|市|区|县|盟|旗)$', '', c) or c for c in p]

def read_outputs(d, o):
    outs = []
    for p in sorted(glob.glob(os.path.join(d, '**', o.glob), recursive=True)):
        t = open(p, encoding='utf-8-sig', errors='replace').read().replace('\r\n', '\n')
        m = re.match(r'---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)(.*)', t, re.S)
        if not m: continue
        try: fm = yaml.safe_load(m.group(1)) or {}
        except yaml.YAMLError as e:
            print('bad front matter: %s: %s' % (p, str(e).split('\n')[0]), file=sys.stderr); fm = {}
        if isinstance(fm, dict): outs.append(Out(os.path.relpath(p, d), fm, m.group(2), o))
    return outs

# ------------------------------------------------------------------ gold

LEAD = re.compile(r'^\s*(?:(?:本报讯|晨报讯|【本報消息】|本报\S{1,14}?[讯電电]|据?新华社\S{1,14}?电)?\s*[(（〔](?:[^()（）〔〕]*(?:记者|通讯员|記者|通訊員)[^()（）〔〕]*)[)）〕]|(?:本报讯|本报\S{1,14}?[讯电])?\s*(?:(?:本报|见习|特约|全媒体)?(?:记者|通讯员)[^。，,]{1,40}?报道[ :：]?)|本报讯|【本報消息】)')

class Gold:
    def __init__(self, yp, textdirs):
        self.y = y = yaml.safe_load(open(yp, encoding='utf-8'))
        self.name = str(y.get('page') or os.path.basename(yp).replace('.yaml', '.txt'))
        self.stem = os.path.splitext(os.path.basename(self.name))[0]
        path = next((os.path.join(d, self.name) for d in textdirs if os.path.exists(os.path.join(d, self.name))), None)
        if not path: raise SystemExit('page text not found: ' + self.name)
        b = open(path, 'rb').read()
        enc = y.get('encoding') or 'utf-8'
        t = b.decode('gb18030' if 'gb' in enc.lower() else 'utf-8-sig')
        self.raw = t.replace('\r\n', '\n').split('\n')
        line = lambda i: self.raw[i - 1] if 0 < i <= len(self.raw) else ''
        self.lines = []                    # (no, owner index or None, role, norm, raw)
        self.arts = y.get('articles') or []
        self.by_no = {}
        for gi, a in enumerate(self.arts):
            for no, role in sorted((a.get('lines') or {}).items()):
                self._add(int(no), gi, str(role), line(int(no)))
        for no, role in sorted((y.get('furniture') or {}).items()):
            self._add(int(no), None, str(role), line(int(no)))
        self.rep = set()
        for r in as_list(y.get('repeats')):
            for x in as_list(r):
                if isinstance(x, int): self.rep.add(x)
        lab = {l['no'] for l in self.lines}
        miss = [i + 1 for i, l in enumerate(self.raw) if l.strip() and i + 1 not in lab]
        if miss: print('warning: %s: unlabelled lines %s' % (self.name, miss[:10]), file=sys.stderr)
        self.date = str(y.get('issue_date') or 'XXXX')
    def _add(self, no, gi, role, raw):
        d = dict(no=no, g=gi, role=role, n=norm(raw), raw=raw)
        d['w'] = len(d['n'])
        self.lines.append(d); self.by_no[no] = d

# ------------------------------------------------------------------ comparing values

def edtf(v):
    if v is None: return ''
    if isinstance(v, datetime.datetime): return v.date().isoformat()
    if isinstance(v, datetime.date): return v.isoformat()
    return str(v).strip()

def date_match(gold, out):
    """'exact', 'prefix' or ''."""
    g, o = edtf(gold), edtf(out)
    if g == o and g: return 'exact'
    gc, oc = re.sub(r'[~?%]', '', g), re.sub(r'[~?%]', '', o)
    if not gc or gc.startswith('XXXX'): return 'prefix' if (not oc or oc.startswith('XXXX') or oc.lower() in ('unknown', 'none', 'null', 'undated')) else ''
    gp = gc.split('X')[0].rstrip('-')
    return 'prefix' if gp and oc.startswith(gp) else ''

def city_key(p): return tuple(p[:1] if p and p[0] in MUNI else p[:2])
def county_key(p): return tuple(p[:2] if p and p[0] in MUNI else p[:3])

def pct(a, b): return None if not b else 100.0 * a / b

# ------------------------------------------------------------------ scoring

def score_page(G, outs, o):
    """Returns a dict of counters (numerators and denominators) and a list of per-article rows."""
    cand = [x for x in outs if not x.bind or not o.page_names or not any(binds(b, o.page_names) for b in x.bind) or any(binds(b, {G.stem}) for b in x.bind)]
    A = [l for l in G.lines if l['g'] is not None and l['w']]
    F = [l for l in G.lines if l['g'] is None and l['w']]
    C = collections.Counter()

    # -- which output articles hold each line
    for l in A:
        l['held'] = {}
        names = [norm(a.get('name')) for a in as_list(G.arts[l['g']].get('authors')) if isinstance(a, dict) and norm(a.get('name')) and norm(a.get('name')) in l['n']]
        for oi, x in enumerate(cand):
            c, whole = x.cover(l['n'])
            if whole and l['w'] < SHORT and l['n'] not in x.body_lines and l['n'] not in x.fields:
                c = l['w'] * .99           # a short line inside other text: weak evidence
            if l['role'] in ('byline', 'credit') and c < l['w'] and names and all(n in x.names for n in names): c = l['w']
            if c >= o.min_cover * l['w']: l['held'][oi] = c / l['w']
    # overlap of gold article and output article, unique lines first
    W = collections.Counter()
    for l in A:
        if len(l['held']) == 1 and l['role'] != 'repeat':
            oi, c = next(iter(l['held'].items()))
            if c == 1 or c > .99 or l['w'] >= SHORT: W[l['g'], oi] += l['w'] * c
    W2 = collections.Counter(W)
    for l in A:
        if len(l['held']) > 1 and l['role'] != 'repeat' and l['w'] >= 20:
            for oi, c in l['held'].items(): W2[l['g'], oi] += l['w'] * c * .1
    for l in A:
        if not l['held']: l['to'] = None; continue
        best = max(l['held'], key=lambda oi: (W2[l['g'], oi], l['held'][oi], -oi))
        if l['w'] < SHORT and l['held'][best] < 1 and W2[l['g'], best] == 0: best = None     # "小李" inside another article is not a find
        l['to'] = best
    S = [l for l in A if l['role'] != 'repeat']
    # -- B-cubed, char-weighted
    cl = collections.defaultdict(list)
    for n, l in enumerate(S): cl[('o', l['to']) if l['to'] is not None else ('lost', n)].append(l)
    gw = collections.Counter()
    for l in S: gw[l['g']] += l['w']
    for ls in cl.values():
        tot = sum(l['w'] for l in ls); per = collections.Counter()
        for l in ls: per[l['g']] += l['w']
        for l in ls:
            C['b3p'] += l['w'] * per[l['g']] / tot; C['b3r'] += l['w'] * per[l['g']] / gw[l['g']]; C['b3w'] += l['w']
    # -- furniture leaked into articles
    leak = collections.Counter()
    for l in F:
        l['in'] = []
        for oi, x in enumerate(cand):
            hit = l['n'] in x.body_lines or any(l['n'] == p for p in x.paras) or l['n'] == norm(x.title) or (l['w'] >= 12 and l['n'] in x.body)
            if hit: l['in'].append(oi)
        C['furn_w'] += l['w']; C['furn_n'] += 1
        if l['in']:
            C['furn_leak_w'] += l['w']; C['furn_leak_n'] += 1
            for oi in l['in']: leak[oi] += l['w']
    # -- article matches
    inter = collections.Counter(); ow = collections.Counter()
    for l in S:
        if l['to'] is not None: inter[l['g'], l['to']] += l['w']; ow[l['to']] += l['w']
    rows, used = [], set()
    mapped = {}
    for gi, a in enumerate(G.arts):
        c = [(inter[gi, oi] / (gw[gi] + ow[oi] + leak[oi] - inter[gi, oi]), inter[gi, oi], oi) for oi in range(len(cand)) if inter[gi, oi]]
        iou, _, oi = max(c, default=(0, 0, None))
        by = max(c, key=lambda t: t[1], default=(0, 0, None))
        mapped[gi] = by[2] if by[1] >= .5 * gw[gi] else None
        C['arts'] += 1
        ok = iou >= o.iou and oi not in used
        if ok: used.add(oi); C['art_found'] += 1
        rows.append(dict(page=G.stem, id=a.get('id'), headline=a.get('headline'), iou=round(iou, 3), output=cand[oi].path if oi is not None else None, found=ok))
    touched = {l['to'] for l in S if l['to'] is not None}
    C['outs'] += len(touched)
    C['furn_only_outs'] += len({oi for l in F for oi in l['in']} - touched)
    # -- metadata
    for gi, a in enumerate(G.arts):
        x = cand[mapped[gi]] if mapped[gi] is not None else None
        r = rows[gi]
        if norm(a.get('headline')):
            C['head'] += 1
            h, k, s, t = norm(a.get('headline')), norm(a.get('kicker')), norm(a.get('subhead')), norm(x.title) if x else ''
            # `heads_open: true`: the page does not say which part leads; first part as title, second as subtitle is as good
            swapped = bool(a.get('heads_open') and x and t == k and norm(x.subtitle) == h)
            C['head_exact'] += t == h or swapped
            comb = swapped or t in {h, k + h, h + s, k + h + s}
            C['head_comb'] += comb
            r['title'] = x.title if x else None; r['head'] = 'exact' if t == h or swapped else 'combined' if comb else 'no'
        for fld, key in (('kicker', 'kick'), ('subhead', 'sub')):
            if norm(a.get(fld)):
                C[key] += 1
                v = norm(getattr(x, 'kicker' if fld == 'kicker' else 'subtitle')) if x else ''
                C[key + '_exact'] += v == norm(a.get(fld)) or bool(a.get('heads_open') and fld == 'kicker' and x and norm(x.title) == norm(a.get('kicker')) and norm(x.subtitle) == norm(a.get('headline')))
        gn = [(norm(p.get('name')), norm(p.get('role'))) for p in as_list(a.get('authors')) if isinstance(p, dict) and norm(p.get('name'))]
        on = [(norm(n), norm(rl)) for n, rl in (x.authors if x else []) if norm(n)]
        C['auth'] += len(gn)
        for n, rl in gn:
            m = [q for q in on if q[0] == n or (n in q[0] and len(q[0]) <= len(n) + 8)]
            C['auth_found'] += bool(m)
            if m: C['role_seen'] += 1; C['role_ok'] += any(q[1] == rl or rl in q[0] for q in m)
        if x:
            C['auth_out'] += len(on); C['auth_out_ok'] += sum(any(n == q[0] or n in q[0] for n, _ in gn) for q in on)
        C['date'] += 1
        dm = date_match(G.date, x.date) if x else ''
        C['date_exact'] += dm == 'exact'; C['date_ok'] += bool(dm); C['date_over'] += bool(x and dm == 'prefix' and len(edtf(x.date)) > len(re.sub(r'[~?%]', '', G.date)))
        r['date'] = dm or 'no'
        gr = [p for p in (path_of(q) for q in as_list(a.get('regions'))) if p]
        acc = gr[:1] + [p for p in (path_of(q) for q in as_list(a.get('regions_accept'))) if p]
        orr = x.regions if x else []
        if gr:
            p0 = (orr[0] if orr else [])[:2 if orr and orr[0] and orr[0][0] in MUNI else 3]     # a town below the county is no fault
            C['reg'] += 1; C['reg_ok'] += p0 in acc; C['reg_loose'] += loose(p0) in [loose(q) for q in acc]
            C['reg_any'] += gr[0] in orr
            C['reg_none'] += not p0
            if len(gr[0]) >= (1 if gr[0][0] in MUNI else 2): C['city'] += 1; C['city_ok'] += bool(p0) and loose(city_key(p0)) in [loose(city_key(q)) for q in acc]
            if len(gr[0]) >= (2 if gr[0][0] in MUNI else 3): C['county'] += 1; C['county_ok'] += bool(p0) and loose(county_key(p0)) in [loose(county_key(q)) for q in acc]
            C['regs'] += len(gr); C['regs_ok'] += sum(q in orr for q in gr)
            r['region'] = '/'.join(p0) or None
        elif orr: C['reg_spurious'] += 1
    # -- text lost and duplicated
    gtexts = [''.join(G.by_no[n]['n'] for n in sorted(int(q) for q in (a.get('lines') or {})) if G.by_no[n]['role'] != 'repeat') for a in G.arts]
    for l in S:
        C['txt'] += l['w']
        mask = bytearray(l['w'])
        if l['to'] is None and not l['held']:
            for x in cand:
                if x.cover(l['n'])[0]:
                    for i, b in enumerate(x.cover_mask(l['n'])): mask[i] |= b
        else:
            full = any(v >= 1 for v in l['held'].values())
            if full: mask = bytearray(b'\x01' * l['w'])
            else:
                for oi in l['held']:
                    for i, b in enumerate(cand[oi].cover_mask(l['n'])): mask[i] |= b
            m = LEAD.match(l['raw'])
            if l['role'] == 'byline+body' and m and l['to'] is not None:
                names = [norm(p.get('name')) for p in as_list(G.arts[l['g']].get('authors')) if isinstance(p, dict)]
                if all(n in cand[l['to']].names for n in names if n in norm(m.group(0))): mask[:len(norm(m.group(0)))] = b'\x01' * len(norm(m.group(0)))
        lost = l['w'] - sum(mask)
        C['lost'] += lost
        if lost > .5 * l['w']: C['lost_lines'] += 1
        if l['w'] >= 20 and l['no'] not in G.rep and l['role'] in ('body', 'byline+body', 'stray', 'caption', 'precis'):
            C['dup_base'] += l['w']
            n = sum(x.body.count(l['n']) for x in cand)
            if n > 1 and n > sum(gtext.count(l['n']) for gtext in gtexts): C['dup'] += l['w']
    for r in as_list(G.y.get('repeats')):
        r = [i for i in as_list(r) if isinstance(i, int) and i in G.by_no]
        if not r: continue
        n = G.by_no[r[-1]]['n']
        if len(set(r)) == 1:               # repeated inside one line: look for an immediate repetition
            m = re.search(r'(.{8,}?)\1', n)
            if not m: continue
            kept = any(m.group(0) in x.body for x in cand)
        else:
            n0 = G.by_no[r[0]]['n']
            s = n if n in n0 or n0 not in n else n0
            kept = sum(x.body.count(s) for x in cand) > 1 if len(s) >= SHORT else False
        C['rep'] += 1; C['rep_kept'] += kept
    # -- paragraphs
    pj = set()
    for a in G.arts:
        for j in as_list(a.get('joins')):
            la, lb = G.by_no.get(j[0]), G.by_no.get(j[1])
            if not la or not lb or not la['w'] or not lb['w']: continue
            pj.add((j[0], j[1]))
            C['join'] += 1
            if la.get('to') is not None and la.get('to') == lb.get('to'): C['join_same'] += 1
            probe = la['n'][-10:] + lb['n'][:10]
            C['join_ok'] += any(probe in p for x in cand for p in x.paras)
        if str(G.y.get('language', 'zh')).startswith('en') or G.y.get('real_page'): continue
        nos = sorted(int(n) for n, r in (a.get('lines') or {}).items() if r in ('body', 'byline+body'))
        for i, j in zip(nos, nos[1:]):
            if (i, j) in pj or any(p[0] == i or p[1] == j for p in pj): continue
            if any(G.by_no.get(q, {}).get('g') == G.by_no[i]['g'] for q in range(i + 1, j) if q in G.by_no): continue
            la, lb = G.by_no[i], G.by_no[j]
            if la['w'] < 12 or lb['w'] < 12: continue
            C['sep'] += 1
            C['sep_merged'] += any(la['n'][-10:] + lb['n'][:10] in p for x in cand for p in x.paras)
    return C, rows

def binds(value, stems):
    v = os.path.splitext(os.path.basename(str(value)))[0]
    return any(s == v or s in str(value) for s in stems)

def summary(C):
    p, r = C['b3p'] / C['b3w'] if C['b3w'] else 0, C['b3r'] / C['b3w'] if C['b3w'] else 0
    return collections.OrderedDict([
        ('b3_precision', 100 * p), ('b3_recall', 100 * r), ('b3_f1', 200 * p * r / (p + r) if p + r else 0),
        ('articles_found', pct(C['art_found'], C['arts'])), ('articles_gold', C['arts']), ('articles_out', C['outs']), ('outputs_of_furniture_only', C['furn_only_outs']),
        ('headline_exact', pct(C['head_exact'], C['head'])), ('headline_exact_or_combined', pct(C['head_comb'], C['head'])),
        ('kicker_exact', pct(C['kick_exact'], C['kick'])), ('subhead_exact', pct(C['sub_exact'], C['sub'])),
        ('author_recall', pct(C['auth_found'], C['auth'])), ('author_precision', pct(C['auth_out_ok'], C['auth_out'])), ('author_role_ok', pct(C['role_ok'], C['role_seen'])),
        ('date_ok', pct(C['date_ok'], C['date'])), ('date_exact', pct(C['date_exact'], C['date'])), ('date_overprecise', pct(C['date_over'], C['date'])),
        ('region_primary', pct(C['reg_ok'], C['reg'])), ('region_primary_loose', pct(C['reg_loose'], C['reg'])), ('region_in_list', pct(C['reg_any'], C['reg'])),
        ('region_city', pct(C['city_ok'], C['city'])), ('region_county', pct(C['county_ok'], C['county'])), ('region_all_recall', pct(C['regs_ok'], C['regs'])), ('region_missing', pct(C['reg_none'], C['reg'])),
        ('text_lost', pct(C['lost'], C['txt'])), ('text_duplicated', pct(C['dup'], C['dup_base'])), ('ocr_repeats_kept', pct(C['rep_kept'], C['rep'])),
        ('furniture_leaked', pct(C['furn_leak_w'], C['furn_w'])), ('joins_not_joined', pct(C['join'] - C['join_ok'], C['join'])), ('paragraphs_wrongly_merged', pct(C['sep_merged'], C['sep']))])

def score(golds, outs, o):
    o.page_names = {g.stem for g in golds}
    tot, pages, rows, groups = collections.Counter(), collections.OrderedDict(), [], collections.OrderedDict()
    for g in golds:
        c, r = score_page(g, outs, o)
        tot.update(c)
        groups.setdefault(('real ' if g.y.get('real_page') else '') + str(g.y.get('language') or 'zh'), collections.Counter()).update(c)
        pages[g.stem] = summary(c); rows += r
    o.groups = {k: summary(c) for k, c in groups.items()} if len(groups) > 1 else {}
    t = summary(tot)
    o.mean = collections.OrderedDict((k, v if isinstance(v, int) else (lambda xs: sum(xs) / len(xs) if xs else None)([p[k] for p in pages.values() if p[k] is not None])) for k, v in t.items())
    return t, pages, rows

def show(total, pages, rows, o):
    cols = [('b3_f1', 'B3-F1'), ('b3_precision', 'B3-P'), ('b3_recall', 'B3-R'), ('articles_found', 'found'), ('articles_gold', 'gold'), ('articles_out', 'out'), ('headline_exact', 'head'), ('headline_exact_or_combined', 'head+'),
            ('author_recall', 'auth'), ('date_ok', 'date'), ('region_primary', 'reg'), ('region_city', 'city'), ('region_county', 'cnty'), ('text_lost', 'lost'), ('text_duplicated', 'dup'), ('furniture_leaked', 'furn'), ('joins_not_joined', 'unjnd')]
    f = lambda v: '   -  ' if v is None else ('%6d' % v if isinstance(v, int) else '%6.1f' % v)
    wid = max([11] + [len(p) for p in pages])
    print('%-*s ' % (wid, 'page') + ' '.join('%6s' % c for _, c in cols))
    for p, s in pages.items(): print('%-*s ' % (wid, p) + ' '.join(f(s[k]) for k, _ in cols))
    wid2 = wid
    for name, s in [('all ' + k, v) for k, v in o.groups.items()] + [('MEAN', o.mean), ('OVERALL', total)]:
        print('%-*s ' % (wid2, name) + ' '.join(f(s[k]) for k, _ in cols))
    print()
    for k, v in total.items(): print('  %-28s %s' % (k, '-' if v is None else v if isinstance(v, int) else '%.1f' % v))
    if o.articles:
        print()
        for r in rows: print('%s %s IoU %.3f %s head=%s date=%s region=%s | gold "%s" | got "%s" | %s' % (r['page'], r['id'], r['iou'], 'FOUND' if r['found'] else '-----', r.get('head', 'n/a'), r['date'], r.get('region'), r['headline'], r.get('title'), r['output']))

# ------------------------------------------------------------------ self-test

MINI_TXT = '''市民报
2020年5月6日 星期三

小城通了快车 老人出行乐

两条新线开进老城

本报讯 (记者王小明 通讯员李大海)昨天上午,本市新开的两条公交快线正式通车,老城居民出门不用再走三里路到大桥头等车。

新线全长十二公里,设站二十一个,途经医院、菜场和学校,首班车六点
发车,末班车晚上九点收班,票价一元,老人凭证免费乘坐。

广告 修表修锁 电话12345678

村里办起图书室

村民老赵捐出藏书两千多册,和乡文化站一起办起了图书室。图书室设在村口的老祠堂里,每天下午和晚上开放,放学以后孩子们都爱到这里来。

记者陈东 摄

附近三个村的村民也常来借书,半年来已经借出一千三百多册次,最受欢迎的是农业技术和医疗保健方面的书。附近三个村的村民也常来借书,半年来已经借出一千三百多册次,最受欢迎的是农业技术和医疗保健方面的书。
'''
MINI_YAML = '''page: m01.txt
newspaper: 市民报
issue_date: 2020-05-06
articles:
- id: a1
  kicker: 小城通了快车 老人出行乐
  headline: 两条新线开进老城
  subhead: null
  authors: [{name: 王小明, role: 记者}, {name: 李大海, role: 通讯员}]
  regions: [[四川省, 乐山市, 市中区]]
  lines: {4: kicker, 6: headline, 8: byline+body, 10: body, 11: body}
  joins: [[10, 11]]
- id: a2
  kicker: null
  headline: 村里办起图书室
  subhead: null
  authors: [{name: 陈东, role: 记者}]
  regions: [[江西省, 吉安市, 万安县]]
  lines: {15: headline, 17: body, 19: credit, 21: body}
furniture: {1: masthead, 2: masthead, 13: advert}
repeats: [[21, 21]]
'''

def dedupe(t):
    prev = None
    while prev != t: prev, t = t, re.sub(r'([^。]{6,}。)\1+', r'\1', t)
    return t

def perfect(golds, d):
    for g in golds:
        nxt = {}
        for a in g.arts:
            for j in as_list(a.get('joins')): nxt[j[0]] = j[1]
        seconds = set(nxt.values())
        for n, a in enumerate(g.arts):
            nos = sorted(int(x) for x in a['lines'])
            role = {int(k): v for k, v in a['lines'].items()}
            body, done = [], set()
            for no in nos:
                if role[no] in ('headline', 'kicker', 'subhead', 'repeat') or no in done or no in seconds: continue
                t, q = g.raw[no - 1], no
                done.add(q)
                while q in nxt:
                    q = nxt[q]; done.add(q); t += (' ' if g.y.get('language') == 'en' else '') + g.raw[q - 1]
                body.append(('### ' if role[no] == 'crosshead' else '') + dedupe(t))
            fm = dict(title=a.get('headline') or '(无题)', authors=[dict(p) for p in as_list(a.get('authors'))], date=g.date, regions=['/'.join(r) for r in as_list(a.get('regions'))], page=g.name)
            if a.get('kicker'): fm['kicker'] = a['kicker']
            if a.get('subhead'): fm['subtitle'] = a['subhead']
            os.makedirs(os.path.join(d, g.stem), exist_ok=True)
            with open(os.path.join(d, g.stem, '%02d.md' % n), 'w', encoding='utf-8') as f:
                f.write('---\n' + yaml.safe_dump(fm, allow_unicode=True, sort_keys=False) + '---\n\n' + '\n\n'.join(re.sub(r'([*_<>])', r'\\\1', b) for b in body) + '\n')

def bad(golds, d):
    for g in golds:
        ls, total, acc = [l for l in g.raw if l.strip()], sum(len(l) for l in g.raw), 0
        heap, half = [], []
        for l in ls:
            if acc < .8 * total or not heap: heap.append(l)
            if acc < .5 * total: half.append(l)
            acc += len(l)
        for n, part in enumerate((heap, half)):       # everything in one heap, the last fifth lost, half of it twice
            with open(os.path.join(d, '%s-%d.md' % (g.stem, n)), 'w', encoding='utf-8') as f:
                f.write('---\n' + yaml.safe_dump(dict(title='第%d篇' % n, date='1900-01-01', authors=['佚名'], regions=['火星']), allow_unicode=True) + '---\n\n' + '\n\n'.join(part) + '\n')

def self_test(o):
    with tempfile.TemporaryDirectory() as tmp:
        if o.gold: golds = load_gold(o)
        else:
            open(os.path.join(tmp, 'm01.txt'), 'w', encoding='utf-8').write(MINI_TXT)
            open(os.path.join(tmp, 'm01.yaml'), 'w', encoding='utf-8').write(MINI_YAML)
            golds = [Gold(os.path.join(tmp, 'm01.yaml'), [tmp])]
        fails = []
        def check(name, val, ok):
            print('  %-34s %8s  %s' % (name, '-' if val is None else '%.2f' % val, 'ok' if ok else 'FAIL'))
            if not ok: fails.append(name)
        d1, d2 = os.path.join(tmp, 'perfect'), os.path.join(tmp, 'bad')
        os.makedirs(d1); os.makedirs(d2)
        perfect(golds, d1); bad(golds, d2)
        t, pages, rows = score(golds, read_outputs(d1, o), o)
        print('perfect output:')
        for k in ('b3_precision', 'b3_recall', 'b3_f1', 'articles_found', 'headline_exact', 'kicker_exact', 'subhead_exact', 'author_recall', 'author_precision', 'date_exact', 'region_primary', 'region_city', 'region_county'):
            check(k, t[k], t[k] is None or t[k] > 99.995)
        for k in ('text_lost', 'text_duplicated', 'furniture_leaked', 'joins_not_joined', 'paragraphs_wrongly_merged', 'ocr_repeats_kept'):
            check(k, t[k], t[k] is None or t[k] < (20 if k == 'ocr_repeats_kept' and o.gold else 0.005))    # labels may call part of a body line a repeat
        if o.articles: show(t, pages, rows, o)
        for r in rows:
            if not r['found']: print('  not found: %s %s IoU %.3f %s' % (r['page'], r['id'], r['iou'], r['headline']))
        t, pages, rows = score(golds, read_outputs(d2, o), o)
        print('bad output (one heap a page, a fifth lost, half of it twice, wrong metadata):')
        check('b3_precision', t['b3_precision'], t['b3_precision'] < 80)
        check('articles_found', t['articles_found'], t['articles_found'] < 10)
        for k in ('headline_exact', 'author_recall', 'region_primary'): check(k, t[k], t[k] is None or t[k] == 0)
        check('date_ok', t['date_ok'], t['date_ok'] < 10)
        check('text_lost', t['text_lost'], t['text_lost'] > 5 or not o.gold)
        check('text_duplicated', t['text_duplicated'], t['text_duplicated'] > 20)
        check('furniture_leaked', t['furniture_leaked'], t['furniture_leaked'] is None or t['furniture_leaked'] > 20)
        check('joins_not_joined', t['joins_not_joined'], t['joins_not_joined'] is None or t['joins_not_joined'] > 90)
        # value checks
        for g, v, want in (('2020-01', '2020-01-23', 'prefix'), ('2020-01', datetime.date(2020, 1, 3), 'prefix'), ('2015-11-30', datetime.date(2015, 11, 30), 'exact'), ('2022-06~', '2022-06', 'prefix'), ('20XX', '2013-05', 'prefix'), ('20XX', '1998', ''), ('XXXX', None, 'prefix'), ('XXXX', '2001', ''), ('2020', '2021-01', '')):
            check('date %s vs %s' % (g, v), None, date_match(g, v) == want)
        for v in ('浙江省/绍兴市/柯桥区', ['浙江省', '绍兴市', '柯桥区'], {'province': '浙江省', 'city': '绍兴市', 'county': '柯桥区'}, '浙江省 > 绍兴市 > 柯桥区'):
            check('region form %s' % type(v).__name__, None, path_of(v) == ['浙江省', '绍兴市', '柯桥区'])
        print('SELF-TEST', 'FAILED: ' + ', '.join(fails) if fails else 'PASSED')
        return 1 if fails else 0

def load_gold(o):
    ys = sorted(glob.glob(os.path.join(o.gold, '*.yaml')))
    if o.only: ys = [y for y in ys if any(re.search(p, os.path.basename(y)) for p in o.only.split(','))]
    def is_page(y):
        d = yaml.safe_load(open(y, encoding='utf-8'))
        return isinstance(d, dict) and 'articles' in d
    ys = [y for y in ys if is_page(y)]     # other yaml files may stand in the folder
    if not ys: raise SystemExit('no gold files in ' + o.gold)
    return [Gold(y, ([o.pages] if o.pages else []) + [o.gold]) for y in ys]

def main():
    a = argparse.ArgumentParser(description=__doc__.split('\n\n')[0], formatter_class=argparse.RawDescriptionHelpFormatter, epilog=__doc__)
    a.add_argument('--gold', help='folder of gold *.yaml (and page texts)')
    a.add_argument('--pages', help='folder of the page texts, if not beside the gold files')
    a.add_argument('--out', help='folder of generated Markdown articles')
    a.add_argument('--glob', default='*.md', help='pattern of the article files (default *.md)')
    a.add_argument('--only', help='regular expressions of gold file names to score, comma-separated')
    a.add_argument('--iou', type=float, default=.9, help='an article is found at this IoU (default 0.9)')
    a.add_argument('--min-cover', type=float, default=.6, dest='min_cover', help='a line is held at this share of its characters (default 0.6)')
    a.add_argument('--json', help='write all numbers to this file')
    a.add_argument('--articles', action='store_true', help='also print one row a gold article')
    a.add_argument('--self-test', action='store_true', dest='selftest')
    for f, d in (('title', 'title'), ('kicker', 'kicker'), ('subtitle', 'subtitle,subhead'), ('byline', 'byline'), ('authors', 'authors'), ('date', 'date'), ('regions', 'regions'), ('page', 'page,source,source_page,source_file'), ('text', 'captions,caption,credit')):
        a.add_argument('--f-' + f, default=d, dest='f_' + f, help='front matter field(s) for %s (default %s)' % ('further text of the article' if f == 'text' else f, d))
    o = a.parse_args()
    o.page_names = set()
    if o.selftest: sys.exit(self_test(o))
    if not o.gold or not o.out: a.error('--gold and --out are needed')
    golds, outs = load_gold(o), read_outputs(o.out, o)
    if not outs: raise SystemExit('no articles with front matter found in ' + o.out)
    total, pages, rows = score(golds, outs, o)
    print('%d gold pages, %d output articles' % (len(golds), len(outs)))
    show(total, pages, rows, o)
    if o.json:
        with open(o.json, 'w', encoding='utf-8') as f: json.dump(dict(overall=total, mean_of_pages=o.mean, groups=o.groups, pages=pages, articles=rows), f, ensure_ascii=False, indent=1, default=str)

if __name__ == '__main__':
    try: main()
    except BrokenPipeError: sys.stderr.close()
