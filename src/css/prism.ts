import type {PrismTheme} from 'prism-react-renderer'

/** Colours of code in both themes: tokens only, nothing bold, nothing green or red. */
export const prismTheme: PrismTheme = {
  plain: {color: 'var(--p-code-ink)', backgroundColor: 'var(--p-code)'},
  styles: [
    {types: ['comment', 'prolog', 'doctype', 'cdata'], style: {color: 'var(--p-ink-3)'}},
    {types: ['function', 'keyword', 'builtin', 'tag', 'selector'], style: {color: 'var(--p-accent)'}},
    {types: ['string', 'char', 'attr-value', 'url'], style: {color: 'var(--p-seen)'}},
    {types: ['variable', 'parameter', 'attr-name', 'property'], style: {color: 'var(--p-hand)'}},
  ],
}
