/** What users do for their accounts by mails: setting a forgotten password, showing an address. */
package io.krait.host.internal.accounts;
