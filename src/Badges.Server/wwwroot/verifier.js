// Makes the verification form quicker: drop, paste, read a square code. Without it the form works as it is.
// Square codes are read in the browser: neither the camera's pictures nor a photo are sent anywhere for it.

const LARGEST_SIDE = 2048;
const box = document.querySelector('[data-verification]');
const form = box.closest('form');
const file = form.elements.namedItem('file');
const text = form.elements.namedItem('url');
const button = form.querySelector('button[type=submit]');
const status = form.querySelector('[data-status]');
const words = box.dataset;

function say(message) {
  status.textContent = message;
  status.hidden = message === '';
}

function send() {
  say(words.sending);
  form.requestSubmit();
}

// A picture or a file

/** Whether the picture carries a badge: the words that mark one stand in it as they are, compressed or not. */
async function carriesBadge(picture) {
  const bytes = new Uint8Array(await picture.arrayBuffer());
  return new TextDecoder('latin1').decode(bytes).toLowerCase().includes('openbadge');
}

/** Looks at what was chosen, dropped or pasted; sends it when bringing it was the whole gesture. */
async function look(picture, isWhole) {
  if (picture.type.startsWith('image/') && !(await carriesBadge(picture))) {
    say(words.reading);
    const code = await readPicture(picture).catch(() => null);
    if (code !== null) {
      follow(code);
      return;
    }

    say('');
  }

  if (isWhole) {
    send();
  }
}

function take(picture) {
  const one = new DataTransfer();
  one.items.add(picture);
  file.files = one.files;
  text.value = '';
  return look(picture, true);
}

function takeText(brought) {
  text.value = brought.trim();
  text.focus();
}

file.addEventListener('change', () => {
  if (file.files.length > 0) {
    look(file.files[0], false);
  }
});

document.addEventListener('paste', (event) => {
  const pasted = event.clipboardData;
  if (pasted.files.length > 0) {
    event.preventDefault();
    take(pasted.files[0]);
  } else if (!event.target.closest('input, textarea') && pasted.getData('text/plain')) {
    event.preventDefault();
    takeText(pasted.getData('text/plain'));
  }
});

document.addEventListener('dragover', (event) => {
  event.preventDefault(); // a browser opens what is dropped beside the box, and the page is lost
  form.classList.add('dropping');
});

document.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) {
    form.classList.remove('dropping');
  }
});

document.addEventListener('drop', (event) => {
  event.preventDefault();
  form.classList.remove('dropping');
  const dropped = event.dataTransfer;
  if (dropped.files.length > 0) {
    take(dropped.files[0]);
  } else {
    takeText(dropped.getData('text/uri-list') || dropped.getData('text/plain'));
  }
});

text.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && /^\s*[^\s{[<][^\n]*$/.test(text.value)) {
    event.preventDefault();
    form.requestSubmit();
  }
});

// A square code

let detector;

/** The browser's own reader of square codes, or the one that we bring along. */
async function loadDetector() {
  if (!detector) {
    const native = globalThis.BarcodeDetector;
    const knows = native ? (await native.getSupportedFormats()).includes('qr_code') : false;
    const Detector = knows ? native : (await import('/vendor/qr-0.7.0/decode.js')).BarcodeDetector;
    detector = new Detector({ formats: ['qr_code'] });
  }

  return detector;
}

async function readCode(picture) {
  const [code] = await (await loadDetector()).detect(picture);
  return code?.rawValue ?? null;
}

async function readPicture(picture) {
  const whole = await createImageBitmap(picture);
  const scale = LARGEST_SIDE / Math.max(whole.width, whole.height);
  if (scale >= 1) {
    return readCode(whole);
  }

  const size = { resizeWidth: Math.round(whole.width * scale), resizeHeight: Math.round(whole.height * scale) };
  return readCode(await createImageBitmap(whole, size));
}

/** Where a code leads: to a badge's page here at once; anywhere else only after it was shown. */
function follow(code) {
  const address = URL.canParse(code) ? new URL(code) : null;
  const isOurs = address !== null && [location.origin, new URL(words.own).origin].includes(address.origin);
  if (isOurs && /^\/(v|credentials)\//.test(address.pathname)) {
    say(words.opening);
    location.assign(address.pathname);
    return;
  }

  file.value = '';
  if (isOurs) {
    say(words.notABadge); // such as the key to « Mes badges », which is nobody else's business
    return;
  }

  text.value = code;
  const isAddress = address !== null && /^https?:$/.test(address.protocol);
  say((isAddress ? words.elsewhere : words.found).replace('{0}', isAddress ? address.host : ''));
  (isAddress ? button : text).focus();
}

const scan = form.querySelector('[data-scan]');
const scanner = document.querySelector('[data-scanner]');
const video = scanner?.querySelector('video');
const nextPicture = () => new Promise((resolve) => { setTimeout(resolve, 120); });

async function open() {
  say('');
  scanner.showModal();
  loadDetector().catch(() => {}); // while the browser asks for the camera; what fails is met again below
  try {
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
    if (!scanner.open) {
      close(); // closed while the browser asked for the camera
      return;
    }

    await video.play();
    await watch();
  } catch {
    scanner.close();
    say(words.noCamera);
  }
}

async function watch() {
  while (scanner.open) {
    const code = video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA ? await readCode(video) : null;
    if (code !== null && scanner.open) {
      scanner.close();
      follow(code);
      return;
    }

    await nextPicture();
  }
}

function close() {
  video.srcObject?.getTracks().forEach((track) => track.stop());
  video.srcObject = null;
}

if (scan && scanner && globalThis.isSecureContext && navigator.mediaDevices?.getUserMedia) {
  scan.hidden = false;
  scan.addEventListener('click', open);
  scanner.addEventListener('close', close);
  scanner.querySelector('button').addEventListener('click', () => scanner.close());
}

globalThis.addEventListener('pageshow', () => say(''));
