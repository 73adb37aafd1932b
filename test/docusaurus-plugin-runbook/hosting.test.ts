import {expect, test} from 'vitest'
import {hostingFiles} from '../../plugins/docusaurus-plugin-runbook/hosting.ts'

const files = hostingFiles({
  policy: {'default-src': ["'none'"], 'script-src': ["'self'", "'sha256-a'"]},
  targets: ['fr-FR'],
})

test('Netlify and Cloudflare Pages: no header stands in two rules that fit one path', () => {
  expect(files['_headers']).toMatchInlineSnapshot(`
    "/*
      Content-Security-Policy: default-src 'none'; script-src 'self' 'sha256-a'
      X-Content-Type-Options: nosniff
      Referrer-Policy: no-referrer
      Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
      Cross-Origin-Resource-Policy: same-origin
    /assets/*
      Cache-Control: public, max-age=31536000, immutable
    /fr-FR/assets/*
      Cache-Control: public, max-age=31536000, immutable
    "
  `)
})

test('Azure Static Web Apps', () => {
  expect(files['staticwebapp.config.json']).toMatchInlineSnapshot(`
    "{
      "globalHeaders": {
        "Content-Security-Policy": "default-src 'none'; script-src 'self' 'sha256-a'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-cache"
      },
      "routes": [
        {
          "route": "/assets/*",
          "headers": {
            "Cache-Control": "public, max-age=31536000, immutable"
          }
        },
        {
          "route": "/fr-FR/assets/*",
          "headers": {
            "Cache-Control": "public, max-age=31536000, immutable"
          }
        }
      ]
    }
    "
  `)
})

test('nginx: a location adds no header, so those of the server hold there too', () => {
  expect(files['nginx-headers.conf']).toMatchInlineSnapshot(`
    "add_header Content-Security-Policy "default-src 'none'; script-src 'self' 'sha256-a'" always;
    add_header X-Content-Type-Options "nosniff" always;
    add_header Referrer-Policy "no-referrer" always;
    add_header Permissions-Policy "camera=(), geolocation=(), microphone=(), payment=(), usb=()" always;
    add_header Cross-Origin-Resource-Policy "same-origin" always;
    expires -1;
    location ^~ /assets/ { expires 31536000s; }
    location ^~ /fr-FR/assets/ { expires 31536000s; }
    "
  `)
})
