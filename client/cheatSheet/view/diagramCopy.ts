import { announce } from './elements';
import { send } from './extension';

/** What a shape or a letter looks like; nothing else of its style matters outside of the panel. */
const looks = [
  ...['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'paint-order'],
  ...['font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'text-decoration-line'],
];

/** Device pixels to a CSS pixel in pictures, so that they are sharp on any screen. */
const pictureScale = 2;

/** Copies a diagram as SVG text that looks the same wherever it is opened. */
export function copyAsSvg(drawing: SVGSVGElement): void {
  send({ type: 'copyDiagram', svg: standaloneSvg(drawing) });
}

/** Copies a diagram as a picture. */
export async function copyAsPng(drawing: SVGSVGElement): Promise<void> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(drawing) })]);
    announce('PNG copied');
  } catch {
    announce('The clipboard does not take pictures here; copy the diagram as SVG.');
  }
}

/** The diagram as a file of its own: colours and fonts are written out, and its background is the panel's. */
function standaloneSvg(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return '';
  const shapes = [...drawing.querySelectorAll('rect, path, line, text, tspan, circle, polygon')];
  [...copy.querySelectorAll('rect, path, line, text, tspan, circle, polygon')].forEach((shape, index) => {
    const original = shapes[index];
    if (original) writeLooks(shape, getComputedStyle(original));
  });
  const { width, height } = drawing.viewBox.baseVal;
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.insertBefore(backgroundOf(width, height), copy.querySelector('desc')?.nextSibling ?? copy.firstChild);
  for (const link of copy.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  return new XMLSerializer().serializeToString(copy);
}

function writeLooks(shape: Element, style: CSSStyleDeclaration): void {
  for (const name of looks) {
    const value = style.getPropertyValue(name);
    if (value && value !== 'normal' && value !== 'none 0px') shape.setAttribute(name, plainColor(value));
  }
  shape.removeAttribute('class');
}

function backgroundOf(width: number, height: number): SVGRectElement {
  const background = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  background.setAttribute('width', String(width));
  background.setAttribute('height', String(height));
  background.setAttribute('fill', plainColor(getComputedStyle(document.body).backgroundColor));
  return background;
}

/** Browsers give mixed colours back as `color(srgb …)`, which few other programs read. */
function plainColor(value: string): string {
  return value.replace(
    /color\(srgb ([\d.e-]+ [\d.e-]+ [\d.e-]+)(?: \/ ([\d.]+))?\)/g,
    (_, channels: string, alpha?: string) => {
      const [r, g, b] = channels.split(' ').map((part) => Math.round(Number(part) * 255));
      return alpha === undefined ? `rgb(${r}, ${g}, ${b})` : `rgba(${r}, ${g}, ${b}, ${alpha})`;
    },
  );
}

async function pngOf(drawing: SVGSVGElement): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standaloneSvg(drawing))}`;
  await image.decode();
  const { width, height } = drawing.viewBox.baseVal;
  const canvas = document.createElement('canvas');
  canvas.width = width * pictureScale;
  canvas.height = height * pictureScale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The canvas is empty'))), 'image/png');
  });
}
