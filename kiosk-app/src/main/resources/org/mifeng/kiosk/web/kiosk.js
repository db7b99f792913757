// Draws the screen that the agent says, and sends touches back. Keeps nothing: each screen replaces the one before whole.
'use strict';

const SECOND_TAP_MILLIS = 400;
const screenElement = document.getElementById('screen');
let revision = 0;
let current = null;
let lastTap = 0;
let countdown = 0;
let sound = null;

function el(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  for (const child of children) {
    if (child !== null && child !== undefined && child !== '') node.append(child);
  }
  return node;
}

function icon(name, className) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', className || 'i');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', '#' + name);
  svg.append(use);
  return svg;
}

function picture(key) {
  return icon(document.getElementById('p-' + key) ? 'p-' + key : document.getElementById('i-' + key) ? 'i-' + key : 'p-other');
}

function send(action, more) {
  fetch('/touch', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ revision, action, ...more }),
    keepalive: false,
  }).catch(() => {});
}

// A second tap within 400 ms is a trembling hand, not a wish.
function tapped(act) {
  return () => {
    const now = performance.now();
    if (now - lastTap < SECOND_TAP_MILLIS) return;
    lastTap = now;
    act();
  };
}

function button(className, iconName, word, act) {
  const node = el('button', className, icon(iconName), el('span', '', word));
  node.type = 'button';
  node.addEventListener('click', tapped(act));
  return node;
}

// An arrow that leads to the right stands on the right.
function turned(node) {
  node.append(node.firstChild);
  return node;
}

function beep(hertz) {
  try {
    sound = sound || new AudioContext();
    const tone = sound.createOscillator();
    const volume = sound.createGain();
    volume.gain.value = 0.15;
    tone.frequency.value = hertz;
    tone.connect(volume).connect(sound.destination);
    tone.start();
    tone.stop(sound.currentTime + 0.12);
  } catch {
    // no loudspeaker: the picture says the same
  }
}

const look = document.documentElement.classList;

function tools(withEnd) {
  const letters = button('small', 'i-letters', look.contains('large') ? '字小一点' : '字大一点', () => {
    look.toggle('large');
    send('still-here');
    draw();
  });
  const colours = button('small', 'i-contrast', look.contains('night') ? '白底黑字' : '黑底黄字', () => {
    look.toggle('night');
    send('still-here');
    draw();
  });
  return el('div', 'tools', letters, colours, withEnd ? button('small stop', 'i-end', '结束', () => send('end')) : null);
}

// Lines end behind a comma, never within a word.
function header(title, withEnd) {
  const phrases = title.split(/(?<=，)/).map((phrase) => el('span', 'phrase', phrase));
  const bar = el('header', '', el('h1', '', icon('i-bee', 'bee'), el('span', '', ...phrases)), tools(withEnd));
  return bar;
}

function fact(iconName, ...words) {
  return el('span', 'fact', icon(iconName), el('span', '', ...words));
}

function good(word) { return el('span', 'good', icon('i-yes'), el('span', 'nowrap', word)); }
function bad(word) { return el('span', 'bad', icon('i-warn'), el('span', 'nowrap', word)); }

function pay(job) {
  return el('div', 'pay',
    el('div', '', el('span', 'per', job.payPer + ' '), el('span', 'amount', job.pay), el('span', 'per', ' 元')),
    el('div', 'hour', job.payPerHour ? el('span', 'rate', job.payPerHour) : '', job.settlement ? el('span', 'settled', job.settlement) : ''));
}

function jobCard(job, place) {
  const top = el('div', 'top',
    el('div', 'what',
      el('span', 'title', job.title),
      job.verified ? good('核实过') : '',
      ...(job.reasons || []).map(good),
      ...(job.hazards || []).map(bad)));
  const below = el('div', 'below',
    el('div', 'where',
      el('span', 'nowrap', job.way || ''),
      el('span', 'nowrap', job.town || ''),
      el('span', 'address', job.address || '')),
    el('div', 'facts',
      job.when ? fact('i-clock', job.when) : '',
      job.wanted ? fact('i-people', job.wanted) : '',
      (job.benefits || []).length ? fact('i-yes', job.benefits.join(' ')) : '',
      job.age ? el('span', '', job.age) : ''));
  const node = el('button', 'job', el('span', 'trade', picture(job.picture)));
  const money = pay(job);
  if (portrait()) {
    top.append(money);
    node.append(el('div', 'body', top, below));
  } else {
    node.append(el('div', 'body', top, below), money);
  }
  node.type = 'button';
  node.addEventListener('click', tapped(() => send('open', { place })));
  return node;
}

function portrait() { return matchMedia('(orientation: portrait)').matches; }
function capacity() { return portrait() ? (look.contains('large') ? 3 : 4) : (look.contains('large') ? 2 : 4); }

function say(big, title, text, ...choices) {
  return el('div', 'say', el('div', 'big', big), el('h2', '', title), text ? el('p', '', text) : '',
    choices.length ? el('div', 'choices', ...choices) : '');
}

function noCard() { return button('next', 'i-hand', '没带身份证', () => send('no-card')); }

// Where one is in the list, or, at its end, why there are no more and what would give more.
function middle(list, upTo) {
  if (list.waiting) return el('span', 'middle', '正在找更多…');
  if (list.failed) return el('span', 'middle', '没连上，请再点一次');
  if (!list.gain) return el('span', 'middle', `第 ${list.from} 到 ${upTo} 个活儿` + (list.next ? '' : '，到底了'));
  return el('span', 'middle why', el('span', '', list.relaxed ? '这些是全部了。' : '这些是全部合适的。'), ' ', el('b', '', list.gain));
}

// Jobs like this one: also, and above all, when it is full.
function othersButton(others) {
  const words = { NOT_ASKED: '看类似的活', WAITING: '正在找…', FAILED: '再找一次', NONE: '没有类似的' };
  const node = button('', 'i-list', words[others] || words.NOT_ASKED, () => send('similar'));
  node.inert = others === 'WAITING' || others === 'NONE';
  return node;
}

const screens = {
  idle(view) {
    const story = el('div', 'story',
      el('div', 'lay', el('div', 'card', icon('i-card')), el('div', 'reader', icon('i-reader'))),
      el('div', 'arrow', icon('i-right')),
      el('div', 'list', icon('i-list')),
      el('div', 'arrow', icon('i-right')),
      el('div', '', icon('p-carry')));
    const root = el('div', 'say', story, el('h2', '', '刷身份证，找活儿'));
    if (view.cardLeft) root.append(el('p', 'bad', icon('i-warn'), '请拿走您的身份证'));
    else if (!view.readerReady) root.append(el('p', 'bad', icon('i-warn'), '读卡器正在恢复，请先点“没带身份证”'));
    else if (!view.enrolled) root.append(el('p', 'bad', icon('i-warn'), '这台机器正在开通，请稍等'));
    root.append(el('div', 'choices', noCard()));
    return [header('蜜蜂零工', false), root];
  },
  reading() {
    beep(880);
    return [header('蜜蜂零工', false), say(icon('i-card'), '正在读身份证', '请先别拿走', el('div', 'dots', el('i'), el('i'), el('i')))];
  },
  matching() {
    return [header('蜜蜂零工', true), say(icon('i-list'), '正在给您找活儿', '', el('div', 'dots', el('i'), el('i'), el('i')))];
  },
  choosing(view) {
    const kinds = el('div', 'kinds');
    for (const kind of view.kinds) {
      const node = el('button', '', picture(kind.key), el('span', '', kind.word));
      node.type = 'button';
      node.addEventListener('click', tapped(() => send('choose', { kind: kind.key })));
      kinds.append(node);
    }
    return [header('想干什么活儿？', true), kinds, el('footer', '', el('span', 'middle', '刷身份证，不用选，直接给您找'))];
  },
  list(view) {
    const list = view.list;
    const name = view.greeting ? view.greeting + (view.greeting === '您' ? '，' : '，您好，') : '';
    const jobs = el('div', 'jobs ' + ['', 'one-row', 'two', 'three', 'four'][capacity()]);
    list.jobs.forEach((job, place) => jobs.append(jobCard(job, place)));
    const back = list.like ? '返回' : list.kind ? '换工种' : '';
    const upTo = list.from + list.jobs.length - 1;
    const foot = el('footer', list.gain && !list.waiting && !list.failed ? 'rows' : '',
      button('', 'i-left', list.previous || !back ? '上一页' : back, () => send(list.previous || !back ? 'previous' : 'back')),
      middle(list, upTo),
      list.gain
        ? button('next', 'i-wider', list.relax, () => send('relax'))
        : turned(button('next', 'i-right', '下一页', () => send('next'))));
    foot.firstChild.disabled = !list.previous && !back;
    foot.lastChild.disabled = (!list.next && !list.gain) || list.waiting;
    const title = list.like ? '和“' + list.like + '”类似的活儿'
      : list.kind ? list.kind + '的活儿'
        : name + (list.relaxed || '这些活儿适合您');
    const parts = [header(title, true)];
    if (view.cardExpired) parts.push(el('div', 'notice', icon('i-warn'), el('span', '', '您的身份证过期了，记得去派出所换证。今天照样可以找活儿。')));
    parts.push(jobs, foot);
    if (list.pageSize !== capacity()) send('fit', { place: capacity() });
    return parts;
  },
  job(view) {
    const detail = view.job;
    const job = detail.card;
    const text = el('div', 'text');
    if (detail.waiting) text.append('正在打开…');
    else if (detail.gone) text.append(el('p', 'bad', icon('i-warn'), '这个活儿刚刚招满了，可以看看类似的。'));
    else if (detail.failed) text.append('详细内容没打开，请返回再点一次。');
    else {
      if (detail.certificates.length) text.append(el('p', 'bad', icon('i-warn'), el('span', '', '要有：' + detail.certificates.join('、'))));
      text.append(el('div', '', detail.body || '招工的人没有写更多。'));
    }
    const turnText = (way) => {
      text.scrollBy(0, way * text.clientHeight * 0.85);
      send('still-here');
    };
    const up = button('', 'i-up', '往上', () => turnText(-1));
    const down = button('', 'i-down', '往下', () => turnText(1));
    const turn = el('div', 'turn', up, down);
    const left = el('div', 'left',
      el('div', 'head', el('span', 'trade', picture(job.picture)), el('div', '', el('div', 'title', job.title), pay(job))),
      el('div', 'rows',
        el('span', 'fact place', icon('i-place'), el('span', '', [job.way, [job.town, job.address].filter(Boolean).join(' ')].filter(Boolean).join('，'))),
        job.when ? fact('i-clock', job.when) : '',
        job.wanted ? fact('i-people', job.wanted) : '',
        job.employer ? el('span', 'fact', icon('p-sell'), el('span', '', job.employer + ' '), job.verified ? good('核实过') : '') : '',
        el('div', 'tags', ...(job.reasons || []).map(good), ...(job.benefits || []).map(good), ...(job.hazards || []).map(bad)),
        el('span', '', [job.age, '编号 ' + job.postNumber].filter(Boolean).join(' · '))));
    const foot = el('footer', detail.phone ? 'rows' : '', button('', 'i-left', '返回', () => send('back')));
    if (detail.others) foot.append(othersButton(detail.others));
    if (detail.phone) foot.append(el('span', 'number', icon('i-phone'), detail.phone));
    else if (detail.hasPhone) foot.append(button('next', 'i-phone', '看电话', () => send('show-phone')));
    return [header('这个活儿', true), el('div', 'one', left, el('div', 'right', text, turn)), foot];
  },
  warning(view) {
    const ends = performance.now() + view.endsInMillis;
    const seconds = el('div', 'count', '');
    const count = () => { seconds.textContent = String(Math.max(0, Math.ceil((ends - performance.now()) / 1000))); };
    count();
    countdown = setInterval(count, 200);
    return [header('蜜蜂零工', false), say(seconds, '您还在看吗？', '不点就结束了',
      button('next', 'i-hand', '我还在', () => send('still-here')),
      button('stop', 'i-end', '结束', () => send('end')))];
  },
  trouble(view) {
    const trouble = view.trouble;
    beep(330);
    return [header('蜜蜂零工', false), say(picture(trouble.picture), trouble.title, trouble.advice,
      ...(trouble.withoutCard ? [noCard()] : []),
      button('', 'i-left', '返回', () => send('back')))];
  },
  ended(view) {
    return [header('蜜蜂零工', false), say(icon('i-yes'), view.cardLeft ? '请拿好身份证' : '再见，慢走', '您的资料已经从屏幕上清掉了')];
  },
  lost() {
    return [say(icon('p-repair'), '请稍等', '机器正在恢复')];
  },
};

function tighten(job) {
  for (const level of ['tight', 'tighter', 'tightest']) {
    if (job.scrollHeight <= job.clientHeight + 2) return;
    job.classList.add(level);
  }
}

function draw() {
  clearInterval(countdown);
  if (!current) return;
  if (current.screen === 'idle') look.remove('large', 'night');
  const parts = (screens[current.screen] || screens.lost)(current);
  screenElement.className = current.screen === 'idle' ? 'attract' : '';
  screenElement.replaceChildren(...parts);
  screenElement.querySelectorAll('.job').forEach(tighten);
  const text = screenElement.querySelector('.text');
  if (text && text.scrollHeight <= text.clientHeight + 2) screenElement.querySelector('.turn').remove();
  restartFade();
}

// A change fades in within 150 ms; only a change of screen does, so that a countdown or a page's second drawing is calm.
let faded = '';
function restartFade() {
  const now = current.screen;
  screenElement.style.animation = now === faded ? 'none' : '';
  faded = now;
}

const events = new EventSource('/events');
events.onmessage = (message) => {
  const screen = JSON.parse(message.data);
  revision = screen.revision;
  current = screen.view;
  draw();
};
events.onerror = () => {
  // the agent is gone, and with it whoever was here: nothing of them stays on screen
  revision = 0;
  current = { screen: 'lost' };
  draw();
};
addEventListener('resize', draw);
addEventListener('contextmenu', (event) => event.preventDefault());
