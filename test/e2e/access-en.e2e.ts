import {testAccess} from './access.ts'

testAccess('en-US')
