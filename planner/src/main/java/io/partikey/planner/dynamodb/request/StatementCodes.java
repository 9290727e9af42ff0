package io.partikey.planner.dynamodb.request;

import io.partikey.engine.error.ErrorCode;

/** The short codes of errors, in the answers of batches and the reasons of transactions. */
final class StatementCodes {
  private StatementCodes() {}

  static String of(ErrorCode code) {
    return switch (code) {
      case UNKNOWN_TABLE -> "ResourceNotFound";
      case DUPLICATE_ITEM -> "DuplicateItem";
      case CONDITION_FAILED -> "ConditionalCheckFailed";
      case TRANSACTION_CONFLICT -> "TransactionConflict";
      case COLLECTION_SIZE_EXCEEDED -> "ItemCollectionSizeLimitExceeded";
      case THROTTLED -> "ProvisionedThroughputExceeded";
      case READ_ONLY -> "AccessDenied";
      case DISK_FULL, CORRUPT, STORAGE_FAILED, INTERNAL -> "InternalServerError";
      default -> "ValidationError";
    };
  }
}
