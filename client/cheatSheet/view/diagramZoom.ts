import { closest } from './elements';

const smallest = 0.5;
const largest = 6;

/** Shows a diagram in a window over the page, to be enlarged with buttons, keys or the wheel and moved by scrolling. */
export function zoomDiagram(drawing: SVGSVGElement, title: string): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'zoom';
  dialog.setAttribute('aria-label', title);
  const bar = document.createElement('div');
  bar.className = 'bar';
  bar.append(
    button('Smaller', 'smaller'),
    button('Larger', 'larger'),
    button('Whole', 'whole'),
    button('Close', 'close'),
  );
  const area = document.createElement('div');
  area.className = 'area';
  area.tabIndex = 0;
  area.setAttribute('role', 'region');
  area.setAttribute('aria-label', `${title}, enlarged`);
  const copy = drawing.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return;
  // The drawing on the page keeps the ids; the region says what this one is.
  copy.removeAttribute('aria-labelledby');
  copy.removeAttribute('aria-describedby');
  copy.setAttribute('aria-label', title);
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
  area.append(copy);
  dialog.append(bar, area);
  document.body.append(dialog);
  dialog.showModal();

  const { width, height } = drawing.viewBox.baseVal;
  const fitting = () => Math.min(area.clientWidth / width, area.clientHeight / height, 2);
  let scale = 1;
  const zoomTo = (wanted: number) => {
    const middle = { x: area.scrollLeft + area.clientWidth / 2, y: area.scrollTop + area.clientHeight / 2 };
    const factor = wanted / scale;
    scale = Math.min(Math.max(wanted, smallest), largest);
    copy.style.width = `${Math.round(width * scale)}px`;
    area.scrollLeft = middle.x * factor - area.clientWidth / 2;
    area.scrollTop = middle.y * factor - area.clientHeight / 2;
  };
  const act = (action: string) => {
    if (action === 'larger') zoomTo(scale * 1.3);
    else if (action === 'smaller') zoomTo(scale / 1.3);
    else if (action === 'whole') zoomTo(fitting());
    else dialog.close();
  };
  zoomTo(Math.max(fitting(), 1));
  dialog.addEventListener('click', (event) => {
    const pressed = closest(event, 'button[data-zoom]');
    if (pressed) act(pressed.getAttribute('data-zoom') ?? '');
    else if (closest(event, 'a')) dialog.close();
  });
  dialog.addEventListener('keydown', ({ key }) => {
    if (key === '+' || key === '=') act('larger');
    else if (key === '-') act('smaller');
    else if (key === '0') act('whole');
  });
  area.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoomTo(scale * (event.deltaY < 0 ? 1.1 : 1 / 1.1));
  });
  dialog.addEventListener('close', () => dialog.remove());
}

function button(label: string, action: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.setAttribute('data-zoom', action);
  return made;
}
