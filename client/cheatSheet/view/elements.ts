/** The element with an id that the panel always has. */
export function elementWithId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The panel has no element "${id}"`);
  return element;
}

/** The nearest element that matches, from where an event happened outwards. */
export function closest(event: Event, selector: string): Element | undefined {
  return (event.target instanceof Element ? event.target.closest(selector) : undefined) ?? undefined;
}

/** Says something to screen readers alone, who can't see it. */
export function say(text: string): void {
  const status = elementWithId('status');
  status.classList.remove('shown');
  status.textContent = text;
}

/** Says something to screen readers, and shows it for a moment. */
export function announce(text: string): void {
  say(text);
  const status = elementWithId('status');
  status.classList.add('shown');
  clearTimeout(fading);
  fading = setTimeout(() => status.classList.remove('shown'), 2500);
}

let fading: ReturnType<typeof setTimeout> | undefined;
