import {translate} from '@docusaurus/Translate'
import Eye from 'lucide-static/icons/eye.svg'
import TriangleAlert from 'lucide-static/icons/triangle-alert.svg'
import Undo from 'lucide-static/icons/undo-2.svg'
import type {RunbookEffect} from '../../model/summary.ts'
import type {IconShape} from '../Icon/index.tsx'

/** The icon of each effect through Microsoft Graph. */
export const effectIcon: Readonly<Record<RunbookEffect, IconShape>> = {
  none: Eye,
  reversible: Undo,
  irreversible: TriangleAlert,
}

/** The word for an effect under the head *Through Microsoft Graph*. */
export function effectWord(effect: RunbookEffect): string {
  switch (effect) {
    case 'none':
      return translate({id: 'shell.effect.none', message: 'No change'})
    case 'reversible':
      return translate({id: 'shell.effect.reversible', message: 'Reversible'})
    case 'irreversible':
      return translate({id: 'shell.effect.irreversible', message: 'Irreversible'})
  }
}
