terraform {
  required_providers {
    keycloak = {
      source = "keycloak/keycloak"
    }
  }
}

variable "realm" { type = string }
variable "name" { type = string }
variable "roles" { type = set(string) }

resource "keycloak_openid_client" "client" {
  realm_id                 = var.realm
  client_id                = var.name
  access_type              = "CONFIDENTIAL"
  service_accounts_enabled = true
}

data "keycloak_openid_client" "management" {
  realm_id  = var.realm
  client_id = "realm-management"
}

resource "keycloak_openid_client_service_account_role" "roles" {
  for_each                = var.roles
  realm_id                = var.realm
  service_account_user_id = keycloak_openid_client.client.service_account_user_id
  client_id               = data.keycloak_openid_client.management.id
  role                    = each.value
}
