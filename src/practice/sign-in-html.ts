import type {SignInPage} from './sign-in.ts'

/** The sign-in page for a browser that really goes to Entra's host, in end-to-end tests; or a page with only a message. */
export function signInHtml(page: SignInPage | string): string {
  const body = typeof page === 'string' ? `<p role="alert">${escape(page)}</p>` : forms(page)
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Practice sign-in</title><h1>Practice sign-in</h1>${body}</html>`
}

function forms({tenant, accounts, stepUp}: SignInPage): string {
  const lead = `<p>${escape(tenant)}${stepUp ? ': your organization asks you to confirm again' : ''}</p>`
  return lead + accounts.map(form).join('') + `<form method="post"><button>Cancel</button></form>`
}

function form({id, name, username, asks, consent}: SignInPage['accounts'][number]): string {
  const scopes = asks.map(({scope}) => `<li>${escape(scope)}</li>`).join('')
  const label = consent === 'not-needed' ? 'Continue' : consent === 'own' ? 'Accept' : 'Back without consent'
  return (
    `<form method="post"><h2>${escape(name)}</h2><p>${escape(username)}</p>` +
    (scopes === '' ? '' : `<ul>${scopes}</ul>`) +
    (consent === 'administrator' ? '<p>Need admin approval</p>' : '') +
    `<input type="hidden" name="account" value="${escape(id)}">` +
    `<button name="decision" value="accept">${label} as ${escape(name)}</button>` +
    (consent === 'own' ? `<button name="decision" value="decline">Decline as ${escape(name)}</button>` : '') +
    '</form>'
  )
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, letter => `&#${letter.charCodeAt(0)};`)
}
