import {use, useState, type ReactNode} from 'react'
import type {SignInPage} from '../../../practice/index.ts'
import Button from '../../Button/index.tsx'
import Dialog from '../runtime/Dialog.tsx'
import {useRuntime} from '../runtime/useRuntime.ts'
import {fill} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import Choices from './Choices.tsx'
import styles from './styles.module.css'

/** The practice tenant's sign-in and consent, framed as what they are. */
export default function SignIn({page}: {readonly page: SignInPage}): ReactNode {
  const {stage, locale} = useRuntime()
  const later = use(loadLaterWords(locale))
  const [chosen, setChosen] = useState(page.accounts[0]?.id ?? '')
  const accounts = page.accounts.map(({id, name, username}) => ({
    id,
    says: (
      <>
        {name} <span className={styles['username']}>{username}</span>
      </>
    ),
  }))
  const account = page.accounts.find(({id}) => id === chosen)
  const {decide} = stage.desk
  const asks = account?.asks ?? []
  const consent = account?.consent ?? 'not-needed'
  return (
    <Dialog
      title={fill(later.practice.signInTitle, {tenant: page.tenant})}
      onClose={() => decide({kind: 'cancel'})}
    >
      <p className={styles['frame']}>{later.practice.signInFrame}</p>
      {page.stepUp && <p>{later.practice.stepUp}</p>}
      <Choices legend={later.practice.account} among={accounts} chosen={chosen} onChoose={setChosen} />
      {asks.length === 0 ? (
        <p>{later.practice.scopesNone}</p>
      ) : (
        <>
          <p>{later.practice.scopesAsked}</p>
          <ul>
            {asks.map(({scope}) => (
              <li key={scope}>
                <code lang="en">{scope}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {consent === 'administrator' && (
        <p className={styles['warning']}>{later.practice.needsAdministrator}</p>
      )}
      <p className={styles['buttons']}>
        {consent !== 'administrator' && (
          <Button kind="primary" onClick={() => decide({kind: 'accept', account: chosen})}>
            {consent === 'not-needed' ? later.practice.signInOnly : later.practice.accept}
          </Button>
        )}
        {consent !== 'not-needed' && (
          <Button onClick={() => decide({kind: 'decline', account: chosen})}>
            {consent === 'administrator' ? later.practice.back : later.practice.decline}
          </Button>
        )}
        <Button kind="quiet" onClick={() => decide({kind: 'cancel'})}>
          {later.practice.cancel}
        </Button>
      </p>
    </Dialog>
  )
}
