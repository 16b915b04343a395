import { isAddress } from '../addresses';
import { blockActions } from '../protocol';
import { copyAsPng, copyAsSvg } from './diagramCopy';
import { zoomDiagram } from './diagramZoom';
import { announce, closest, elementWithId } from './elements';
import { onMessage, send } from './extension';
import { currentAddress, goBack, goForward, goTo, missPage, restorePlace, showPage } from './navigation';
import { listenToSearch, setSearchEntries } from './searchBox';

onMessage((message) => {
  switch (message.type) {
    case 'page':
      return showPage(message.id, message.page);
    case 'noPage':
      return missPage(message.id);
    case 'searchEntries':
      return setSearchEntries(message.entries);
    case 'goTo':
      return goTo(message.address);
    case 'done':
      return announce(message.text);
  }
});

document.body.addEventListener('click', (event) => {
  const link = closest(event, 'a');
  const target = link?.getAttribute('href') ?? '';
  if (link && target.startsWith('#')) {
    // VS Code takes clicks on links too, after this, and would ask the system to open them.
    event.preventDefault();
    event.stopPropagation();
    closeContents();
    goTo(target.slice(1));
    return;
  }
  const button = closest(event, 'button');
  if (button) press(button);
});

document.addEventListener('keydown', (event) => {
  if (event.key === '/' && !(event.target instanceof HTMLInputElement)) {
    event.preventDefault();
    elementWithId('search').focus();
  } else if (event.altKey && event.key === 'ArrowLeft') goBack();
  else if (event.altKey && event.key === 'ArrowRight') goForward();
});
elementWithId('back').addEventListener('click', goBack);
elementWithId('forward').addEventListener('click', goForward);
elementWithId('copy-link').addEventListener('click', () => send({ type: 'copyLink', address: currentAddress() }));
elementWithId('export').addEventListener('click', () => send({ type: 'export' }));
elementWithId('toggle-contents').addEventListener('click', () => {
  const isOpen = elementWithId('contents').classList.toggle('open');
  elementWithId('toggle-contents').setAttribute('aria-expanded', String(isOpen));
});
listenToSearch();
restorePlace();

function press(button: Element): void {
  const action = blockActions.find((name) => name === button.getAttribute('data-action'));
  const block = button.getAttribute('data-block') ?? '';
  if (action && isAddress(block)) send({ type: action, block });

  const figure = button.closest('figure.diagram');
  const drawing = [...(figure?.querySelectorAll('svg') ?? [])].find(({ clientWidth }) => clientWidth > 0);
  if (!drawing) return;
  const wanted = button.getAttribute('data-diagram');
  if (wanted === 'zoom') zoomDiagram(drawing, drawing.querySelector('title')?.textContent ?? 'Diagram');
  else if (wanted === 'svg') copyAsSvg(drawing);
  else if (wanted === 'png') void copyAsPng(drawing);
}

function closeContents(): void {
  elementWithId('contents').classList.remove('open');
  elementWithId('toggle-contents').setAttribute('aria-expanded', 'false');
}
