-- From here on only files below this folder are opened, and nobody changes that any more.
SET allowed_directories = [${folder}];
SET enable_external_access = false;
SET lock_configuration = true
