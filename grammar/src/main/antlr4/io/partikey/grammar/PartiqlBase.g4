/*
 * PartiQL as Amazon DynamoDB speaks it, and what PartiKey adds to it.
 *
 * The marks over the rules say where a production comes from:
 *   [DynamoDB]  the PartiQL reference in the Amazon DynamoDB Developer Guide
 *   [PartiQL]   the PartiQL specification
 *   [SQL]       ISO/IEC 9075-2, as SQL tools send it
 *   [PartiKey]  this project
 * Labels are the names of the visitor's methods. What a dialect refuses is refused later, where the
 * statement is bound; here is only what can be read without doubt.
 */
grammar PartiqlBase;

options { caseInsensitive = true; }

// ------------------------------------------------------------------ entry points

singleStatement
    : statement ';'? EOF
    ;

standaloneExpression
    : expression EOF
    ;

// ------------------------------------------------------------------ statements

statement
    : query                                                                 #selectStatement
    | insert                                                                #insertStatement
    | update                                                                #updateStatement
    | delete                                                                #deleteStatement
    | EXISTS '(' subquery ')'                                               #existsCheck
    | CREATE TABLE (IF NOT EXISTS)? qualifiedName
        '(' tableElement (',' tableElement)* ')' (WITH tableOptions)?       #createTable
    | CREATE (GLOBAL | local=LOCAL)? INDEX (IF NOT EXISTS)? identifier
        ON qualifiedName keyDefinition indexProjection?                     #createIndex
    | DROP TABLE (IF EXISTS)? qualifiedName                                 #dropTable
    | DROP INDEX (IF EXISTS)? identifier ON qualifiedName                   #dropIndex
    | ALTER TABLE qualifiedName SET tableOptions                            #alterTableOptions
    | ALTER TABLE qualifiedName ADD COLUMN? columnDefinition                #addColumn
    | EXPLAIN ANALYZE? statement                                            #explain
    | SHOW TABLES                                                           #showTables
    | SHOW INDEXES FROM qualifiedName                                       #showIndexes
    | SHOW PARTITIONS FROM qualifiedName                                    #showPartitions
    | SHOW BACKGROUND                                                       #showBackground
    | SHOW CREATE TABLE qualifiedName                                       #showCreateTable
    | (DESCRIBE | DESC) TABLE? qualifiedName                                #describeTable
    | BACKUP TO directory=primaryExpression                                 #backup
    | SHUTDOWN                                                              #shutdown
    | TRUNCATE TABLE? qualifiedName                                         #truncateTable
    ;

// ------------------------------------------------------------------ queries

// [SQL] <query expression>; of the set operations only UNION ALL.
query
    : queryTerm (UNION ALL queryTerm)* orderBy? limitAndOffset
    ;

queryTerm
    : select                                                                #simpleQueryTerm
    | '(' query ')'                                                         #nestedQueryTerm
    ;

// A query between parentheses that could also enclose an expression: it begins with its verb.
subquery
    : select (UNION ALL queryTerm)* orderBy? limitAndOffset
    ;

// [SQL] <query specification>, [PartiQL] SELECT VALUE, [DynamoDB] "ql-reference.select".
select
    : SELECT setQuantifier? projection (FROM fromClause)? where? groupBy? having?
    ;

setQuantifier
    : DISTINCT
    | ALL
    ;

// VALUE is not reserved: SELECT value FROM t reads an attribute, SELECT VALUE x FROM t is the form.
projection
    : VALUE expression                                                      #projectionValue
    | selectItem (',' selectItem)*                                          #projectionItems
    ;

selectItem
    : '*'                                                                   #star
    | expression (explicitAlias | bareAlias)?                               #column
    ;

where
    : WHERE expression
    ;

groupBy
    : GROUP BY expression (',' expression)*
    ;

having
    : HAVING expression
    ;

orderBy
    : ORDER BY sortItem (',' sortItem)*
    ;

sortItem
    : expression direction=(ASC | DESC)? (NULLS nullOrder=(FIRST | LAST))?
    ;

limitAndOffset
    : (limit offset? | offset limit?)?
    ;

limit
    : LIMIT bound
    ;

offset
    : OFFSET bound
    ;

bound
    : number
    | parameter
    ;

// ------------------------------------------------------------------ relations

// [PartiQL] FROM with comma, JOIN and iteration over collections; [SQL] <joined table>.
fromClause
    : fromItem (',' fromItem)*
    ;

fromItem
    : fromPrimary joinTail*
    ;

joinTail
    : CROSS JOIN right=fromPrimary                                          #crossJoin
    | INNER? JOIN right=fromPrimary ON expression                           #innerJoin
    | LEFT OUTER? JOIN right=fromPrimary ON expression                      #leftJoin
    | (RIGHT | FULL) OUTER? JOIN right=fromPrimary ON expression            #otherJoin
    ;

fromPrimary
    : '(' query ')' (explicitAlias | bareAlias)?                            #fromQuery
    | '(' fromClause ')'                                                    #nestedFrom
    | collection (explicitAlias | bareAlias)? (AT position=identifier)?     #fromSource
    ;

// The name of a table or an index, or a collection to iterate over.
collection
    : (variable | parameter | list | bag) pathStep*
    ;

explicitAlias
    : AS identifier
    ;

// A name that follows without AS: no word that may begin the next clause.
bareAlias
    : IDENTIFIER
    | QUOTED_IDENTIFIER
    | nonReserved
    ;

// ------------------------------------------------------------------ writes

// [DynamoDB] "ql-reference.insert" (VALUE); [PartiQL] bags; [SQL] <insert statement>; [PartiKey] UPSERT, REPLACE.
insert
    : verb=(INSERT | UPSERT | REPLACE) INTO qualifiedName insertSource
    ;

insertSource
    : VALUE expression                                                      #insertValue
    | columnList? VALUES expression (',' expression)*                       #insertValues
    | bag                                                                   #insertBag
    | columnList? query                                                     #insertQuery
    ;

columnList
    : '(' identifier (',' identifier)* ')'
    ;

// [DynamoDB] "ql-reference.update", in both word orders.
update
    : UPDATE targetTable updateClause+ where? returning?                    #updateFirst
    | FROM targetTable where? updateClause+ returning?                      #fromFirst
    ;

updateClause
    : SET assignment (',' assignment)*                                      #setClause
    | REMOVE path (',' path)*                                               #removeClause
    ;

assignment
    : path '=' expression
    ;

// [DynamoDB] "ql-reference.delete".
delete
    : DELETE FROM targetTable where? returning?
    ;

targetTable
    : qualifiedName (explicitAlias | bareAlias)?
    ;

returning
    : RETURNING scope=(ALL | MODIFIED) image=(OLD | NEW) '*'
    ;

// ------------------------------------------------------------------ tables and indexes [PartiKey]

tableElement
    : (CONSTRAINT identifier)? PRIMARY KEY keyDefinition                    #primaryKeyElement
    | scope=(GLOBAL | LOCAL) INDEX identifier keyDefinition
        indexProjection?                                                    #indexElement
    | columnDefinition                                                      #columnElement
    ;

columnDefinition
    : identifier columnType columnConstraint*
    ;

columnConstraint
    : NOT NULL                                                              #notNullConstraint
    | NULL                                                                  #nullConstraint
    | PRIMARY KEY                                                           #primaryKeyConstraint
    ;

columnType
    : dataType SET?
    ;

keyDefinition
    : '(' partitionKey=keySide (',' sortKey+=identifier)* ')'
    ;

keySide
    : identifier
    | '(' identifier (',' identifier)* ')'
    ;

indexProjection
    : INCLUDE '(' identifier (',' identifier)* ')'                          #includeProjection
    | KEYS ONLY                                                             #keysOnlyProjection
    | ALL                                                                   #allProjection
    ;

tableOptions
    : '(' tableOption (',' tableOption)* ')'
    ;

tableOption
    : identifier '=' literal
    ;

// ------------------------------------------------------------------ expressions

expression
    : conjunction (OR conjunction)*
    ;

conjunction
    : negation (AND negation)*
    ;

negation
    : NOT negation                                                          #not
    | predicate                                                             #plainPredicate
    ;

// [DynamoDB] "ql-operators"; a predicate may be compared again: a = 1 = true.
predicate
    : valueExpression                                                       #plainValue
    | left=predicate comparisonOperator right=valueExpression               #comparison
    | value=predicate NOT? BETWEEN lower=valueExpression
        AND upper=valueExpression                                           #between
    | value=predicate NOT? IN collectionExpression=valueExpression          #in
    | value=predicate NOT? LIKE pattern=valueExpression
        (ESCAPE escape=valueExpression)?                                    #like
    | value=predicate IS NOT? NULL                                          #isNull
    | value=predicate IS NOT? MISSING                                       #isMissing
    | value=predicate IS NOT? dataType                                      #isType
    ;

comparisonOperator
    : '=' | '<>' | '!=' | '<' | '<=' | '>' | '>='
    ;

valueExpression
    : primaryExpression                                                     #plainPrimary
    | sign=('+' | '-') valueExpression                                      #signed
    | left=valueExpression operator=('*' | '/' | '%') right=valueExpression #arithmetic
    | left=valueExpression operator=('+' | '-') right=valueExpression       #arithmetic
    | left=valueExpression operator='||' right=valueExpression              #concatenation
    ;

primaryExpression
    : atom pathStep*
    ;

atom
    : literal                                                               #plainLiteral
    | parameter                                                             #plainParameter
    | list                                                                  #plainList
    | bag                                                                   #plainBag
    | '{' (tupleField (',' tupleField)*)? '}'                               #tupleLiteral
    | '(' expression (',' expression)* ')'                                  #parenthesized
    | '(' subquery ')'                                                      #scalarQuery
    | EXISTS '(' subquery ')'                                               #exists
    | CAST '(' expression AS dataType ')'                                   #cast
    | CASE operand=expression? whenClause+ (ELSE otherwise=expression)? END #caseExpression
    | name=(CURRENT_DATE | CURRENT_TIME | CURRENT_TIMESTAMP) ('(' ')')?     #currentMoment
    | EXTRACT '(' field=identifier FROM value=expression ')'                #extract
    | SUBSTRING '(' value=expression FROM start=expression
        (FOR length=expression)? ')'                                        #substring
    | TRIM '(' side=(BOTH | LEADING | TRAILING)? characters=expression?
        FROM value=expression ')'                                           #trim
    | identifier '(' '*' ')' filter?                                        #starCall
    | identifier '(' setQuantifier? (expression (',' expression)*)? ')'
        filter?                                                             #call
    | variable                                                              #plainVariable
    ;

whenClause
    : WHEN condition=expression THEN result=expression
    ;

// [SQL] <filter clause>
filter
    : FILTER '(' WHERE expression ')'
    ;

variable
    : '@'? identifier
    ;

path
    : variable pathStep*
    ;

pathStep
    : '.' identifier                                                        #attributeStep
    | '.' '*'                                                               #allAttributesStep
    | '[' '*' ']'                                                           #allElementsStep
    | '[' expression ']'                                                    #subscriptStep
    ;

list
    : '[' (expression (',' expression)*)? ']'
    ;

bag
    : '<<' (expression (',' expression)*)? '>>'
    ;

tupleField
    : string ':' expression
    ;

parameter
    : '?'
    ;

literal
    : NULL                                                                  #nullLiteral
    | MISSING                                                               #missingLiteral
    | (TRUE | FALSE)                                                        #booleanLiteral
    | string                                                                #stringLiteral
    | number                                                                #numberLiteral
    ;

string
    : STRING
    ;

number
    : NUMBER
    ;

// [SQL] <data type>, and any other name: which types there are is for the reader to know.
dataType
    : DOUBLE PRECISION                                                      #doubleType
    | (CHARACTER | CHAR) VARYING typeArguments?                             #varyingType
    | (TIME | TIMESTAMP) typeArguments? (WITH | WITHOUT) TIME ZONE          #zonedType
    | identifier typeArguments?                                             #namedType
    ;

typeArguments
    : '(' NUMBER (',' NUMBER)* ')'
    ;

// ------------------------------------------------------------------ names

qualifiedName
    : identifier ('.' identifier)*
    ;

identifier
    : IDENTIFIER
    | QUOTED_IDENTIFIER
    | nonReserved
    | clauseWord
    ;

// Words that may be names everywhere, sorted.
nonReserved
    : ADD | ALTER | ANALYZE | ASC
    | BACKGROUND | BACKUP | BOTH | BY
    | CHAR | CHARACTER | COLUMN | CONSTRAINT | CREATE
    | DELETE | DESC | DESCRIBE | DOUBLE | DROP
    | END | EXISTS | EXPLAIN | EXTRACT
    | FIRST
    | GLOBAL
    | IF | INCLUDE | INDEX | INDEXES | INSERT
    | KEY | KEYS
    | LAST | LEADING | LOCAL
    | MODIFIED
    | NEW
    | OLD | ONLY
    | PARTITIONS | PRECISION | PRIMARY
    | REPLACE
    | SHOW | SHUTDOWN | SUBSTRING
    | TABLE | TABLES | TIME | TIMESTAMP | TO | TRAILING | TRIM | TRUNCATE
    | UPDATE | UPSERT
    | VARYING
    | ZONE
    ;

// Words that may be names except as an alias without AS, because they begin what may follow; sorted.
clauseWord
    : AT
    | CROSS
    | ESCAPE
    | FILTER | FOR | FULL
    | INNER | INTO
    | JOIN
    | LEFT | LIMIT
    | NULLS
    | OFFSET | OUTER
    | REMOVE | RETURNING | RIGHT
    | SET
    | UNION
    | VALUE | VALUES
    | WITH | WITHOUT
    ;

// ------------------------------------------------------------------ words, sorted

ADD : 'ADD';
ALL : 'ALL';
ALTER : 'ALTER';
ANALYZE : 'ANALYZE';
AND : 'AND';
AS : 'AS';
ASC : 'ASC';
AT : 'AT';
BACKGROUND : 'BACKGROUND';
BACKUP : 'BACKUP';
BETWEEN : 'BETWEEN';
BOTH : 'BOTH';
BY : 'BY';
CASE : 'CASE';
CAST : 'CAST';
CHAR : 'CHAR';
CHARACTER : 'CHARACTER';
COLUMN : 'COLUMN';
CONSTRAINT : 'CONSTRAINT';
CREATE : 'CREATE';
CROSS : 'CROSS';
CURRENT_DATE : 'CURRENT_DATE';
CURRENT_TIME : 'CURRENT_TIME';
CURRENT_TIMESTAMP : 'CURRENT_TIMESTAMP';
DELETE : 'DELETE';
DESC : 'DESC';
DESCRIBE : 'DESCRIBE';
DISTINCT : 'DISTINCT';
DOUBLE : 'DOUBLE';
DROP : 'DROP';
ELSE : 'ELSE';
END : 'END';
ESCAPE : 'ESCAPE';
EXISTS : 'EXISTS';
EXPLAIN : 'EXPLAIN';
EXTRACT : 'EXTRACT';
FALSE : 'FALSE';
FILTER : 'FILTER';
FIRST : 'FIRST';
FOR : 'FOR';
FROM : 'FROM';
FULL : 'FULL';
GLOBAL : 'GLOBAL';
GROUP : 'GROUP';
HAVING : 'HAVING';
IF : 'IF';
IN : 'IN';
INCLUDE : 'INCLUDE';
INDEX : 'INDEX';
INDEXES : 'INDEXES';
INNER : 'INNER';
INSERT : 'INSERT';
INTO : 'INTO';
IS : 'IS';
JOIN : 'JOIN';
KEY : 'KEY';
KEYS : 'KEYS';
LAST : 'LAST';
LEADING : 'LEADING';
LEFT : 'LEFT';
LIKE : 'LIKE';
LIMIT : 'LIMIT';
LOCAL : 'LOCAL';
MISSING : 'MISSING';
MODIFIED : 'MODIFIED';
NEW : 'NEW';
NOT : 'NOT';
NULL : 'NULL';
NULLS : 'NULLS';
OFFSET : 'OFFSET';
OLD : 'OLD';
ON : 'ON';
ONLY : 'ONLY';
OR : 'OR';
ORDER : 'ORDER';
OUTER : 'OUTER';
PARTITIONS : 'PARTITIONS';
PRECISION : 'PRECISION';
PRIMARY : 'PRIMARY';
REMOVE : 'REMOVE';
REPLACE : 'REPLACE';
RETURNING : 'RETURNING';
RIGHT : 'RIGHT';
SELECT : 'SELECT';
SET : 'SET';
SHOW : 'SHOW';
SHUTDOWN : 'SHUTDOWN';
SUBSTRING : 'SUBSTRING';
TABLE : 'TABLE';
TABLES : 'TABLES';
THEN : 'THEN';
TIME : 'TIME';
TIMESTAMP : 'TIMESTAMP';
TO : 'TO';
TRAILING : 'TRAILING';
TRIM : 'TRIM';
TRUE : 'TRUE';
TRUNCATE : 'TRUNCATE';
UNION : 'UNION';
UPDATE : 'UPDATE';
UPSERT : 'UPSERT';
VALUE : 'VALUE';
VALUES : 'VALUES';
VARYING : 'VARYING';
WHEN : 'WHEN';
WHERE : 'WHERE';
WITH : 'WITH';
WITHOUT : 'WITHOUT';
ZONE : 'ZONE';

// ------------------------------------------------------------------ signs

SEMICOLON : ';';
COMMA : ',';
DOT : '.';
COLON : ':';
QUESTION_MARK : '?';
AT_SIGN : '@';
LEFT_PARENTHESIS : '(';
RIGHT_PARENTHESIS : ')';
LEFT_BRACKET : '[';
RIGHT_BRACKET : ']';
LEFT_BRACE : '{';
RIGHT_BRACE : '}';
LEFT_BAG : '<<';
RIGHT_BAG : '>>';
EQUAL : '=';
NOT_EQUAL : '<>';
NOT_EQUAL_C : '!=';
LESS : '<';
LESS_OR_EQUAL : '<=';
GREATER : '>';
GREATER_OR_EQUAL : '>=';
PLUS : '+';
MINUS : '-';
ASTERISK : '*';
SLASH : '/';
PERCENT : '%';
CONCATENATE : '||';

// ------------------------------------------------------------------ names and literals

IDENTIFIER
    : [A-Z_$] [A-Z0-9_$]*
    ;

QUOTED_IDENTIFIER
    : '"' (~'"' | '""')* '"'
    ;

NUMBER
    : DIGIT+ ('.' DIGIT*)? EXPONENT?
    | '.' DIGIT+ EXPONENT?
    ;

STRING
    : '\'' (~'\'' | '\'\'')* '\''
    ;

// The next five are mistakes, as is a comment without end. No rule takes them: they are tokens so that
// the message can say what to do.

DIGIT_IDENTIFIER
    : (DIGIT+ ('.' DIGIT*)? | '.' DIGIT+) [A-Z_$] [A-Z0-9_$]*
    ;

BACKQUOTED_IDENTIFIER
    : '`' ~'`'* '`'
    ;

FOREIGN_IDENTIFIER
    : [\p{L}_$] [\p{L}\p{M}\p{N}_$]*
    ;

UNTERMINATED_IDENTIFIER
    : '"' (~'"' | '""')*
    ;

UNTERMINATED_STRING
    : '\'' (~'\'' | '\'\'')*
    ;

// ------------------------------------------------------------------ what stands between

// [PartiKey] Words for the planner behind the first verb; anywhere else a comment like others.
HINT
    : '/*+' COMMENT_TEXT '*/' -> channel(HIDDEN)
    ;

BLOCK_COMMENT
    : '/*' COMMENT_TEXT '*/' -> channel(HIDDEN)
    ;

LINE_COMMENT
    : '--' ~[\r\n]* -> channel(HIDDEN)
    ;

WHITESPACE
    : [ \t\r\n\f\u000B]+ -> channel(HIDDEN)
    ;

UNTERMINATED_COMMENT
    : '/*' COMMENT_TEXT
    ;

// Whatever else there is: the lexer never fails, so that every message is the parser's.
UNRECOGNIZED
    : .
    ;

fragment DIGIT
    : [0-9]
    ;

fragment EXPONENT
    : 'E' [+-]? DIGIT+
    ;

// Anything without the end of a comment in it.
fragment COMMENT_TEXT
    : (~'*' | '*'+ ~[*/])* '*'*
    ;
