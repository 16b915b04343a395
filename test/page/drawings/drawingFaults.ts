/** What is wrong in the drawings that a page shows, each with the drawing's address and the text concerned. Runs inside the page. */
export function drawingFaults(): string[] {
  interface Area {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  /** Half a pixel may go to the rounding of coordinates. */
  const tolerance = 0.5;
  const faults: string[] = [];

  function areaOf(element: Element): Area {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  }

  function meet(one: Area, other: Area): boolean {
    return (
      one.left + tolerance < other.right &&
      other.left + tolerance < one.right &&
      one.top + tolerance < other.bottom &&
      other.top + tolerance < one.bottom
    );
  }

  function isWithin(inner: Area, outer: Area): boolean {
    return (
      inner.left >= outer.left - tolerance &&
      inner.right <= outer.right + tolerance &&
      inner.top >= outer.top - tolerance &&
      inner.bottom <= outer.bottom + tolerance
    );
  }

  /** The straight pieces of an edge, as areas as wide as its stroke. */
  function piecesOf(path: SVGPathElement): Area[] {
    const matrix = path.getScreenCTM();
    const corners = [...(path.getAttribute('d') ?? '').matchAll(/([\d.-]+) ([\d.-]+)/g)].map(([, x, y]) =>
      new DOMPoint(Number(x), Number(y)).matrixTransform(matrix ?? undefined),
    );
    return corners.slice(1).map((end, index) => {
      const start = corners[index] ?? end;
      return {
        left: Math.min(start.x, end.x) - 1,
        right: Math.max(start.x, end.x) + 1,
        top: Math.min(start.y, end.y) - 1,
        bottom: Math.max(start.y, end.y) + 1,
      };
    });
  }

  for (const drawing of document.querySelectorAll('figure.diagram svg')) {
    if (drawing.clientWidth === 0) continue;
    const address = drawing.closest('figure')?.id ?? '';
    const texts = [...drawing.querySelectorAll('text')].filter(({ textContent }) => textContent?.trim());
    const rectangles = [...drawing.querySelectorAll('rect:not(.d-mark)')].map(areaOf);
    const lines = [...drawing.querySelectorAll<SVGPathElement>('path.d-edge')].flatMap(piecesOf);
    const heads = [...drawing.querySelectorAll('polygon.d-head')].map(areaOf);
    const circles = [...drawing.querySelectorAll('circle')].map(areaOf);
    const written = texts.map((element) => ({ words: element.textContent ?? '', area: areaOf(element), element }));
    for (const { words, area, element } of written) {
      const complain = (fault: string) => faults.push(`${address}: "${words}" ${fault}`);
      if (!isWithin(area, areaOf(drawing))) complain('leaves the drawing');
      if (rectangles.some((box) => meet(area, box) && !isWithin(area, box))) complain('leaves its box');
      if ([...lines, ...heads].some((line) => meet(area, line))) complain('is struck through');
      const isBadge = element.classList.contains('d-badge-text');
      if (circles.some((circle) => meet(area, circle) && !(isBadge && isWithin(area, circle))))
        complain('runs into a number');
      for (const other of written) {
        if (other.element !== element && meet(area, other.area)) complain(`lies on "${other.words}"`);
      }
    }
    const boxes = [...drawing.querySelectorAll('rect.d-box')].map(areaOf);
    const shrunk = boxes.map((box) => ({
      left: box.left + 2,
      right: box.right - 2,
      top: box.top + 2,
      bottom: box.bottom - 2,
    }));
    for (const line of lines)
      if (shrunk.some((box) => meet(line, box))) faults.push(`${address}: an edge crosses a box`);
  }
  return faults;
}
