type Child = Node | string | null | false | undefined;
type Attributes = Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>;

/** An element with attributes, listeners (`onclick` and the like) and children. Text is text: never parsed as HTML. */
export function h<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, String(value));
  }
  element.append(...children.filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/**
 * A part of the page that is drawn again only when what it shows has changed, so that focus, scroll place and
 * the map stay where they are when news comes.
 */
export function part(tag: 'section' | 'header' | 'footer', name: string): Part {
  const element = h(tag, { class: name, hidden: true });
  let shown: string | null = null;
  return {
    element,
    show(model, draw) {
      const next = JSON.stringify(model);
      if (next === shown) return;
      shown = next;
      const focused = element.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.key : undefined;
      const children = draw();
      element.replaceChildren(...children);
      element.hidden = children.length === 0;
      if (focused) element.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus();
    },
  };
}

/** A part of the page. */
export interface Part {
  element: HTMLElement;
  /** Draws when `model` (plain data) differs from what is shown; no children hide the part. */
  show(model: unknown, draw: () => Node[]): void;
}
