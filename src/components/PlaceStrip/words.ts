import {translate} from '@docusaurus/Translate'
import {usePluralForm} from '@docusaurus/theme-common'
import type {StripWords} from './describe.ts'

/** The strip's words in the locale of the page. */
export function useStripWords(): StripWords {
  const {selectMessage} = usePluralForm()
  const counted = (forms: string) => (count: number) =>
    selectMessage(count, forms).replace('{count}', String(count))
  return {
    places: {
      'on-premises': counted(
        translate({
          id: 'shell.strip.onPremises',
          message: '{count} on-premises step|{count} on-premises steps',
        }),
      ),
      cloud: counted(translate({id: 'shell.strip.cloud', message: '{count} cloud step|{count} cloud steps'})),
    },
    signs: {
      read: counted(translate({id: 'shell.strip.read', message: '{count} read|{count} reads'})),
      portal: counted(translate({id: 'shell.strip.portal', message: '{count} in the portal'})),
      change: counted(translate({id: 'shell.strip.change', message: '{count} change|{count} changes'})),
      irreversible: counted(
        translate({
          id: 'shell.strip.irreversible',
          message: '{count} irreversible change|{count} irreversible changes',
        }),
      ),
      tick: counted(translate({id: 'shell.strip.tick', message: '{count} by hand'})),
    },
    then: translate({id: 'shell.strip.then', message: ', then '}),
    colon: translate({id: 'shell.strip.colon', message: ': '}),
  }
}
