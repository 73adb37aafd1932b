import Layout from '@theme-original/DocItem/Layout'
import DocItemContent from '@theme/DocItem/Content'
import type {Props} from '@theme/DocItem/Layout'
import {useContext, type ReactNode} from 'react'
import {PageContext, RunbookLayout} from '../../../components/runbook/shell/index.ts'

/** The layout of an article; a runbook has its own grid. */
export default function DocItemLayout(props: Props): ReactNode {
  if (useContext(PageContext) === null) return <Layout {...props} />
  return (
    <RunbookLayout>
      <DocItemContent>{props.children}</DocItemContent>
    </RunbookLayout>
  )
}
