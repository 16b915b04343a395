import { closest } from './elements';

const smallest = 0.5;
const largest = 6;

/** A diagram in a window over the page. */
interface Zoom {
  readonly dialog: HTMLDialogElement;
  /** What scrolls. */
  readonly area: HTMLElement;
  readonly copy: SVGSVGElement;
  /** Of the drawing itself. */
  readonly width: number;
  readonly height: number;
  scale: number;
}

/** Shows a diagram in a window over the page, to be enlarged with buttons, keys or the wheel and moved by scrolling. */
export function zoomDiagram(drawing: SVGSVGElement, title: string): void {
  const copy = drawing.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return;
  nameCopy(copy, title);
  const dialog = emptyDialog(title);
  const area = scrollingArea(title);
  area.append(copy);
  dialog.append(buttonBar(), area);
  document.body.append(dialog);
  dialog.showModal();

  const { width, height } = drawing.viewBox.baseVal;
  const zoom: Zoom = { dialog, area, copy, width, height, scale: 1 };
  zoomTo(zoom, Math.max(fitting(zoom), 1));
  listen(zoom);
}

/** The drawing on the page keeps the ids; the region says what this one is. */
function nameCopy(copy: SVGSVGElement, title: string): void {
  copy.removeAttribute('aria-labelledby');
  copy.removeAttribute('aria-describedby');
  copy.setAttribute('aria-label', title);
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
}

function listen(zoom: Zoom): void {
  const { dialog, area } = zoom;
  dialog.addEventListener('click', (event) => {
    const pressed = closest(event, 'button[data-zoom]');
    if (pressed) act(zoom, pressed.getAttribute('data-zoom') ?? '');
    else if (closest(event, 'a')) dialog.close();
  });
  dialog.addEventListener('keydown', ({ key }) => {
    if (key === '+' || key === '=') act(zoom, 'larger');
    else if (key === '-') act(zoom, 'smaller');
    else if (key === '0') act(zoom, 'whole');
  });
  area.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoomTo(zoom, zoom.scale * (event.deltaY < 0 ? 1.1 : 1 / 1.1));
  });
  dialog.addEventListener('close', () => dialog.remove());
}

function act(zoom: Zoom, action: string): void {
  if (action === 'larger') zoomTo(zoom, zoom.scale * 1.3);
  else if (action === 'smaller') zoomTo(zoom, zoom.scale / 1.3);
  else if (action === 'whole') zoomTo(zoom, fitting(zoom));
  else zoom.dialog.close();
}

/** The scale at which all of the drawing is seen. */
function fitting({ area, width, height }: Zoom): number {
  return Math.min(area.clientWidth / width, area.clientHeight / height, 2);
}

/** Scales the drawing; what is in the middle stays there. */
function zoomTo(zoom: Zoom, wanted: number): void {
  const { area, copy, width } = zoom;
  const middle = { x: area.scrollLeft + area.clientWidth / 2, y: area.scrollTop + area.clientHeight / 2 };
  const factor = wanted / zoom.scale;
  zoom.scale = Math.min(Math.max(wanted, smallest), largest);
  copy.style.width = `${Math.round(width * zoom.scale)}px`;
  area.scrollLeft = middle.x * factor - area.clientWidth / 2;
  area.scrollTop = middle.y * factor - area.clientHeight / 2;
}

function emptyDialog(title: string): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.className = 'zoom';
  dialog.setAttribute('aria-label', title);
  return dialog;
}

function scrollingArea(title: string): HTMLElement {
  const area = document.createElement('div');
  area.className = 'area';
  area.tabIndex = 0;
  area.setAttribute('role', 'region');
  area.setAttribute('aria-label', `${title}, enlarged`);
  return area;
}

function buttonBar(): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'bar';
  bar.append(
    button('Smaller', 'smaller'),
    button('Larger', 'larger'),
    button('Whole', 'whole'),
    button('Close', 'close'),
  );
  return bar;
}

function button(label: string, action: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.setAttribute('data-zoom', action);
  return made;
}
