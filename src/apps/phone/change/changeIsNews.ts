/** A short buzz for a changed route, where the phone can. */
export function changeIsNews(): void {
  if ('vibrate' in navigator) navigator.vibrate([120, 80, 120]);
}
