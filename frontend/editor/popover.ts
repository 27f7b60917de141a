/** Puts a popover under an anchor, or above where there is no room, inside the window. */
export function beside(popover: HTMLElement, anchor: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = popover;
  const below = anchor.bottom + 6;
  const top = below + height > innerHeight - 8 && anchor.top - height - 6 > 8 ? anchor.top - height - 6 : below;
  popover.style.left = `${Math.max(8, Math.min(anchor.left, innerWidth - width - 8))}px`;
  popover.style.top = `${top}px`;
}
