import {testAccess} from './access.ts'

testAccess('fr-FR')
