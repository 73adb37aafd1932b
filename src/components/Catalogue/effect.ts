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
