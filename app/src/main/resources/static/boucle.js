// The little that pages do by script: the scope acts on choice, the side panel closes, live values arrive.
document.addEventListener('change', (event) => {
  const form = event.target.closest('form.scope');
  if (form) form.submit();
});
document.addEventListener('click', (event) => {
  if (event.target.closest('.panel .close')) closePanel();
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') closePanel();
});
let opener = null;
document.addEventListener('htmx:beforeRequest', (event) => {
  if (event.detail.target && event.detail.target.id === 'panel') opener = event.target;
});
document.addEventListener('htmx:afterSwap', (event) => {
  if (event.detail.target.id === 'panel') {
    const heading = event.detail.target.querySelector('h2');
    if (heading) { heading.tabIndex = -1; heading.focus(); }
  }
});
function closePanel() {
  const panel = document.getElementById('panel');
  if (panel && panel.innerHTML) {
    panel.innerHTML = '';
    if (opener) opener.focus();
  }
}
document.querySelectorAll('form.scope .go').forEach((button) => button.classList.add('unseen'));
// Live values: <body> or any element with data-live="/path" receives events {"id": "text"}; #id gets the text.
document.querySelectorAll('[data-live]').forEach((place) => {
  const source = new EventSource(place.dataset.live);
  source.onmessage = (message) => {
    for (const [id, text] of Object.entries(JSON.parse(message.data))) {
      const element = document.getElementById(id);
      if (element) element.textContent = text;
    }
    place.dispatchEvent(new CustomEvent('live', { bubbles: true, detail: message.data }));
  };
  window.addEventListener('pagehide', () => source.close());
});
