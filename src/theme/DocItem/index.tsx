import DocItem from '@theme-original/DocItem'
import type {Props} from '@theme/DocItem'
import type {ReactNode} from 'react'
import {RunbookProvider} from '../../components/runbook/shell/index.ts'
import type {RunbookPage} from '../../model/page.ts'

/** An article; where its route carries a compiled runbook, a runbook's page. */
export default function DocItemWrapper(props: Props & {readonly runbook?: RunbookPage}): ReactNode {
  const {runbook} = props
  if (runbook === undefined) return <DocItem {...props} />
  return (
    <RunbookProvider page={runbook}>
      <DocItem {...props} />
    </RunbookProvider>
  )
}
