using Microsoft.AspNetCore.Identity;

namespace CdgMarches.App.Compte;

/// <summary>Les refus d'ASP.NET Core Identity, en français.</summary>
internal sealed class FrenchIdentityErrorDescriber : IdentityErrorDescriber
{
    public override IdentityError DefaultError() =>
        De(nameof(DefaultError), "Le compte n'a pas pu être enregistré. Rien n'a été modifié ; réessayez.");

    public override IdentityError ConcurrencyFailure() =>
        De(
            nameof(ConcurrencyFailure),
            "Le compte a été modifié entre-temps par quelqu'un d'autre. Rien n'a été écrasé ; rechargez la page."
        );

    public override IdentityError PasswordMismatch() => De(nameof(PasswordMismatch), "Le mot de passe actuel n'est pas le bon.");

    public override IdentityError InvalidToken() =>
        De(nameof(InvalidToken), "Ce lien n'est plus valable : il a déjà servi ou son délai est passé. Demandez-en un autre.");

    public override IdentityError RecoveryCodeRedemptionFailed() =>
        De(nameof(RecoveryCodeRedemptionFailed), "Ce code de secours n'est pas le bon.");

    public override IdentityError LoginAlreadyAssociated() =>
        De(nameof(LoginAlreadyAssociated), "Cette identité externe est déjà celle d'un autre compte.");

    public override IdentityError InvalidUserName(string? userName) =>
        De(
            nameof(InvalidUserName),
            $"L'identifiant « {userName} » ne convient pas : des lettres sans accent, des chiffres, point, tiret, souligné ou arobase."
        );

    public override IdentityError InvalidEmail(string? email) =>
        De(nameof(InvalidEmail), $"« {email} » n'est pas une adresse électronique.");

    public override IdentityError DuplicateUserName(string userName) =>
        De(nameof(DuplicateUserName), $"L'identifiant « {userName} » est déjà pris : choisissez-en un autre.");

    public override IdentityError DuplicateEmail(string email) =>
        De(nameof(DuplicateEmail), $"L'adresse {email} est déjà celle d'un autre compte.");

    public override IdentityError InvalidRoleName(string? role) =>
        De(nameof(InvalidRoleName), $"Le rôle « {role} » n'existe pas.");

    public override IdentityError DuplicateRoleName(string role) =>
        De(nameof(DuplicateRoleName), $"Le rôle « {role} » existe déjà.");

    public override IdentityError UserAlreadyHasPassword() =>
        De(nameof(UserAlreadyHasPassword), "Ce compte a déjà un mot de passe.");

    public override IdentityError UserLockoutNotEnabled() =>
        De(nameof(UserLockoutNotEnabled), "Ce compte ne peut pas être verrouillé.");

    public override IdentityError UserAlreadyInRole(string role) =>
        De(nameof(UserAlreadyInRole), $"Ce compte a déjà le rôle {role}.");

    public override IdentityError UserNotInRole(string role) => De(nameof(UserNotInRole), $"Ce compte n'a pas le rôle {role}.");

    public override IdentityError PasswordTooShort(int length) =>
        De(nameof(PasswordTooShort), $"Le mot de passe doit compter au moins {length} caractères.");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        De(nameof(PasswordRequiresUniqueChars), $"Le mot de passe doit compter au moins {uniqueChars} caractères différents.");

    public override IdentityError PasswordRequiresNonAlphanumeric() =>
        De(nameof(PasswordRequiresNonAlphanumeric), "Le mot de passe doit contenir un signe.");

    public override IdentityError PasswordRequiresDigit() =>
        De(nameof(PasswordRequiresDigit), "Le mot de passe doit contenir un chiffre.");

    public override IdentityError PasswordRequiresLower() =>
        De(nameof(PasswordRequiresLower), "Le mot de passe doit contenir une minuscule.");

    public override IdentityError PasswordRequiresUpper() =>
        De(nameof(PasswordRequiresUpper), "Le mot de passe doit contenir une majuscule.");

    private static IdentityError De(string code, string phrase) => new() { Code = code, Description = phrase };
}
