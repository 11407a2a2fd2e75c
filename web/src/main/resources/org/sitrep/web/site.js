// What a little script adds to pages that work without it: a slider for the day, quotes on hovering, dropping files, live news.
'use strict';

const days = document.getElementById('days');
if (days) {
  const select = days.querySelector('select');
  const slider = document.createElement('input');
  const shown = document.createElement('output');
  const all = select.options.length - 1;
  const place = (index) => (index === 0 ? all : index - 1);
  slider.type = 'range';
  slider.min = 0;
  slider.max = all;
  slider.value = place(select.selectedIndex);
  slider.setAttribute('aria-label', select.parentElement.textContent.trim().split('\n')[0]);
  const tell = () => {
    const index = Number(slider.value) === all ? 0 : Number(slider.value) + 1;
    select.selectedIndex = index;
    shown.textContent = select.options[index].text;
    slider.setAttribute('aria-valuetext', shown.textContent);
  };
  let asked = 0;
  const show = async () => {
    const mine = ++asked;
    const address = '/situation?' + new URLSearchParams(new FormData(days));
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
    if (mine !== asked) return; // another day was asked for meanwhile
    for (const part of ['.frame', '.asof', '.tally', '.tools']) {
      const now = document.querySelector(part);
      const then = page.querySelector(part);
      if (now && then) now.replaceWith(then);
      else if (now && part === '.frame') now.replaceChildren();
    }
    history.replaceState(null, '', address);
  };
  slider.addEventListener('input', tell);
  slider.addEventListener('change', show);
  select.hidden = true;
  days.querySelector('button').hidden = true;
  days.querySelector('label').after(slider, shown);
  tell();
}

// The quote behind a number, beside the pointer or the focus.
const tip = document.createElement('div');
tip.id = 'tip';
tip.hidden = true;
tip.setAttribute('role', 'status');
document.body.append(tip);
const point = (event) => {
  const link = event.target.closest && event.target.closest('a.num');
  const note = link && link.parentElement.querySelector('sup a');
  const mark = note && document.getElementById(note.hash.slice(1));
  tip.hidden = !mark;
  if (!mark) return;
  tip.textContent = mark.closest('blockquote').textContent;
  const box = link.getBoundingClientRect();
  tip.style.setProperty('left', Math.max(8, Math.min(box.left, innerWidth - 400)) + 'px');
  tip.style.setProperty('top', box.bottom + 8 + 'px');
};
for (const kind of ['mouseover', 'focusin']) document.addEventListener(kind, point);

const drop = document.getElementById('drop');
if (drop) {
  const files = drop.querySelector('input[type=file]');
  for (const kind of ['dragover', 'dragleave', 'drop']) {
    document.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.toggle('over', kind === 'dragover');
      if (kind === 'drop' && event.dataTransfer.files.length > 0) {
        files.files = event.dataTransfer.files;
        drop.submit();
      }
    });
  }
} else if (document.getElementById('report')) {
  const news = new EventSource('/events');
  news.addEventListener('changed', async () => {
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
    const then = page.querySelector('.frame');
    if (then) document.querySelector('.frame').replaceWith(then);
  });
  addEventListener('pagehide', () => news.close());
}

// What becomes of pages that are being added, as it happens.
const progress = document.getElementById('progress');
if (progress && progress.dataset.job) {
  const steps = new EventSource('/add/events?' + new URLSearchParams({job: progress.dataset.job, from: progress.dataset.from}));
  steps.addEventListener('step', (event) => {
    progress.append(...new DOMParser().parseFromString(event.data, 'text/html').body.children);
  });
  steps.addEventListener('done', () => {
    steps.close();
    const state = document.getElementById('state');
    state.parentElement.textContent = state.parentElement.dataset.done;
  });
}

// The interface for programs answers where it is asked.
for (const form of document.querySelectorAll('form.try')) {
  form.addEventListener('submit', async (event) => {
    const fields = [...new FormData(form)].filter(([, value]) => value !== '');
    if (new FormData(form).get('path') === '/export') return;
    event.preventDefault();
    const answer = await fetch('/api/try?' + new URLSearchParams(fields));
    const text = await answer.text();
    const shown = form.querySelector('pre') || form.appendChild(document.createElement('pre'));
    shown.className = 'answer';
    shown.tabIndex = 0;
    let body = text;
    try {
      body = JSON.stringify(JSON.parse(text), null, 2);
    } catch {
      // A feed is shown as it is.
    }
    shown.textContent = answer.status + ' ' + new URL(answer.url).pathname + new URL(answer.url).search + '\n\n' + body;
  });
}
