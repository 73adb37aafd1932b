/**
 * The cancelable event fired on `window` before a full load leaves the page for another locale. Whoever has a
 * request in the air cancels it, asks, and goes to `href` itself.
 */
export const leaveEvent = 'passerelle:leave'

/** What the event carries: where the page is about to go, with its anchor. */
export interface LeaveDetail {
  readonly href: string
}
