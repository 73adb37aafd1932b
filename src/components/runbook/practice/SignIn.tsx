import {useId, useState, type ReactNode} from 'react'
import type {SignInPage} from '../../../practice/index.ts'
import Button from '../../Button/index.tsx'
import Dialog from '../runtime/Dialog.tsx'
import {useRuntime} from '../runtime/useRuntime.ts'
import {fill} from '../words/fill.ts'
import styles from './styles.module.css'

/** The practice tenant's sign-in and consent, framed as what they are. */
export default function SignIn({page}: {readonly page: SignInPage}): ReactNode {
  const {stage, say} = useRuntime()
  const [chosen, setChosen] = useState(page.accounts[0]?.id ?? '')
  const name = useId()
  const account = page.accounts.find(({id}) => id === chosen)
  const {decide} = stage.desk
  const asks = account?.asks ?? []
  const consent = account?.consent ?? 'not-needed'
  return (
    <Dialog
      title={fill(say.practice.signInTitle, {tenant: page.tenant})}
      onClose={() => decide({kind: 'cancel'})}
    >
      <p className={styles['frame']}>{say.practice.signInFrame}</p>
      {page.stepUp && <p>{say.practice.stepUp}</p>}
      <fieldset className={styles['accounts']}>
        <legend>{say.practice.account}</legend>
        {page.accounts.map(({id, name: person, username}) => (
          <label key={id}>
            <input type="radio" name={name} checked={id === chosen} onChange={() => setChosen(id)} />
            <span>
              {person} <span className={styles['username']}>{username}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {asks.length === 0 ? (
        <p>{say.practice.scopesNone}</p>
      ) : (
        <>
          <p>{say.practice.scopesAsked}</p>
          <ul>
            {asks.map(({scope}) => (
              <li key={scope}>
                <code lang="en">{scope}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {consent === 'administrator' && <p className={styles['warning']}>{say.practice.needsAdministrator}</p>}
      <p className={styles['buttons']}>
        {consent !== 'administrator' && (
          <Button kind="primary" onClick={() => decide({kind: 'accept', account: chosen})}>
            {consent === 'not-needed' ? say.practice.signInOnly : say.practice.accept}
          </Button>
        )}
        {consent !== 'not-needed' && (
          <Button onClick={() => decide({kind: 'decline', account: chosen})}>
            {consent === 'administrator' ? say.practice.back : say.practice.decline}
          </Button>
        )}
        <Button kind="quiet" onClick={() => decide({kind: 'cancel'})}>
          {say.practice.cancel}
        </Button>
      </p>
    </Dialog>
  )
}
