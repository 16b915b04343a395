import { isAddress, pageOf } from '../addresses';
import type { Page } from '../content';
import { announce, elementWithId } from './elements';
import { keepState, keptState, send } from './extension';

/** Where the reader is, was before, and was after that before going back. */
let address = document.body.dataset.address ?? '';
let shownPage = pageOf(address);
let back: string[] = [];
let forward: string[] = [];

/** How far to scroll on arrival; undefined for the place's own position. */
let scrollOnArrival: number | undefined;

/** Goes to a place as a link does: the way back is kept. */
export function goTo(target: string): void {
  if (!isAddress(target)) return;
  if (target !== address) {
    back = [...back, address].slice(-50);
    forward = [];
  }
  move(target);
}

/** The place that the reader is at. */
export function currentAddress(): string {
  return address;
}

/** Goes where the reader came from. */
export function goBack(): void {
  const target = back.pop();
  if (target === undefined) return;
  forward.push(address);
  move(target);
}

/** Undoes going back. */
export function goForward(): void {
  const target = forward.pop();
  if (target === undefined) return;
  back.push(address);
  move(target);
}

/** Takes up the state that the view had before it was reloaded; it may have been reloaded to show another place. */
export function restorePlace(): void {
  const state = keptState();
  if (state && isAddress(state.address)) {
    back = state.back.filter(isAddress);
    if (state.address === address) {
      forward = state.forward.filter(isAddress);
      scrollOnArrival = state.scroll;
    } else back.push(state.address);
  }
  arrive();
  elementWithId('page').addEventListener('scroll', keepPlaceSoon, { passive: true });
}

/** Shows a page that was asked for, unless the reader has gone on meanwhile. */
export function showPage(id: string, { html }: Page): void {
  if (id !== pageOf(address)) return;
  // The page is the extension's own: the build made it of the checkout's Markdown, and the policy lets no script of it run.
  elementWithId('page').innerHTML = html;
  shownPage = id;
  arrive();
}

/** The page that was asked for does not exist. */
export function missPage(id: string): void {
  announce(`There is no page "${id}".`);
  goBack();
}

function move(target: string): void {
  address = target;
  const page = pageOf(target);
  if (page === shownPage) arrive();
  else send({ type: 'getPage', page });
}

function arrive(): void {
  const page = elementWithId('page');
  page.setAttribute('data-page', shownPage);
  const place = address === shownPage ? undefined : document.getElementById(address);
  if (scrollOnArrival !== undefined) page.scrollTop = scrollOnArrival;
  else if (place) place.scrollIntoView({ block: 'start' });
  else page.scrollTop = 0;
  if (scrollOnArrival === undefined) focusPlace(place ?? page.querySelector('h1'));
  scrollOnArrival = undefined;
  markContents();
  elementWithId('back').toggleAttribute('disabled', back.length === 0);
  elementWithId('forward').toggleAttribute('disabled', forward.length === 0);
  keepPlace();
  send({ type: 'shows', address });
}

function focusPlace(place: Element | null): void {
  // Who has gone back to the editor meanwhile, or has just reloaded the window, must not be pulled in here.
  if (!(place instanceof HTMLElement) || !document.hasFocus()) return;
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
  if (document.activeElement !== elementWithId('search')) place.focus({ preventScroll: true });
}

function markContents(): void {
  for (const item of document.querySelectorAll('#contents li[data-page]')) {
    const isCurrent = item.getAttribute('data-page') === shownPage;
    item.classList.toggle('current', isCurrent);
    const link = item.querySelector('a');
    if (isCurrent) link?.setAttribute('aria-current', 'page');
    else link?.removeAttribute('aria-current');
    if (isCurrent) link?.scrollIntoView({ block: 'nearest' });
  }
}

let keeping: ReturnType<typeof setTimeout> | undefined;

function keepPlaceSoon(): void {
  clearTimeout(keeping);
  keeping = setTimeout(keepPlace, 200);
}

function keepPlace(): void {
  keepState({ address, scroll: elementWithId('page').scrollTop, back, forward });
}
