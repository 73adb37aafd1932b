// False texts and colours, planted in the page to see that an assertion turns red, and taken out again.
import type {Locator, Page} from 'playwright-core'

/** Plants something false and returns the way to take it out. */
export type Lie = (page: Page) => Promise<() => Promise<void>>

declare global {
  /** In the page: takes the lie out that was planted last. */
  var takeOut: () => void
}

/** The first words of an element replaced. */
export function says(target: Locator, text: string): Lie {
  return planted(() =>
    target.first().evaluate((element, words) => {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      let node = texts.nextNode()
      while (node?.nodeValue?.trim() === '') node = texts.nextNode()
      if (node === null) throw new TypeError('The element has no words.')
      const [found, before] = [node, node.nodeValue]
      found.nodeValue = words
      globalThis.takeOut = () => {
        found.nodeValue = before
      }
    }, text),
  )
}

/** One sentence more at the end of an element. */
export function adds(target: Locator, text: string): Lie {
  return planted(() =>
    target.first().evaluate((element, words) => {
      const sentence = element.appendChild(document.createElement('p'))
      sentence.textContent = words
      globalThis.takeOut = () => sentence.remove()
    }, text),
  )
}

/** An element filled green. */
export function green(target: Locator): Lie {
  return styled(target, 'background: var(--p-good) !important')
}

/** An element that is not to be seen. */
export function hides(target: Locator): Lie {
  return styled(target, 'display: none !important')
}

/** An attribute of an element taken away. */
export function strips(target: Locator, attribute: string): Lie {
  return planted(() =>
    target.first().evaluate((element, name) => {
      const before = element.getAttribute(name) ?? ''
      element.removeAttribute(name)
      globalThis.takeOut = () => element.setAttribute(name, before)
    }, attribute),
  )
}

function styled(target: Locator, style: string): Lie {
  return planted(() =>
    target.first().evaluate((element, rule) => {
      // Not by its attribute: the policy refuses that.
      const {style} = element as HTMLElement
      const before = style.cssText
      style.cssText = rule
      globalThis.takeOut = () => (style.cssText = before)
    }, style),
  )
}

function planted(plant: () => Promise<void>): Lie {
  return async page => {
    await plant()
    return () => page.evaluate(() => globalThis.takeOut())
  }
}
