terraform {
  required_providers {
    keycloak = {
      source = "keycloak/keycloak"
    }
  }
}

# The server and its administrator come from the variables KEYCLOAK_*.
provider "keycloak" {}

variable "realm" { type = string }

resource "keycloak_realm" "demo" {
  realm = var.realm
}

module "reader" {
  source = "./job"
  realm  = keycloak_realm.demo.id
  name   = "reader"
  roles  = ["view-users", "query-users"]
}

module "writer" {
  source = "./job"
  realm  = keycloak_realm.demo.id
  name   = "writer"
  roles  = ["manage-users"]
}

data "keycloak_openid_client" "management" {
  realm_id  = keycloak_realm.demo.id
  client_id = "realm-management"
}

data "keycloak_role" "realm_admin" {
  realm_id  = keycloak_realm.demo.id
  client_id = data.keycloak_openid_client.management.id
  name      = "realm-admin"
}

resource "keycloak_role" "everything" {
  realm_id        = keycloak_realm.demo.id
  name            = "everything"
  composite_roles = [data.keycloak_role.realm_admin.id]
}

resource "keycloak_openid_client" "boss" {
  realm_id                 = keycloak_realm.demo.id
  client_id                = "boss"
  access_type              = "CONFIDENTIAL"
  service_accounts_enabled = true
}

resource "keycloak_openid_client_service_account_realm_role" "boss" {
  realm_id                = keycloak_realm.demo.id
  service_account_user_id = keycloak_openid_client.boss.service_account_user_id
  role                    = keycloak_role.everything.name
}

resource "keycloak_group" "ops" {
  realm_id = keycloak_realm.demo.id
  name     = "ops"
}

data "keycloak_role" "view_events" {
  realm_id  = keycloak_realm.demo.id
  client_id = data.keycloak_openid_client.management.id
  name      = "view-events"
}

resource "keycloak_group_roles" "ops" {
  realm_id = keycloak_realm.demo.id
  group_id = keycloak_group.ops.id
  role_ids = [data.keycloak_role.view_events.id]
}

resource "keycloak_openid_client" "collector" {
  realm_id                 = keycloak_realm.demo.id
  client_id                = "collector"
  access_type              = "CONFIDENTIAL"
  service_accounts_enabled = true
}

resource "keycloak_user_groups" "collector" {
  realm_id  = keycloak_realm.demo.id
  user_id   = keycloak_openid_client.collector.service_account_user_id
  group_ids = [keycloak_group.ops.id]
}

resource "keycloak_openid_client" "web" {
  realm_id    = keycloak_realm.demo.id
  client_id   = "web"
  access_type = "PUBLIC"
}
