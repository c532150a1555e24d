using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions.Regles;

/// <summary>Un texte de registre est renseigné, dans sa longueur.</summary>
/// <remarks>Chacun cite ce qui fait tenir son registre : l'article de l'assistance n'est pas celui de l'assurance.</remarks>
public sealed record TexteDeRegistre(string ChampSaisi, string Designation, string? Texte, int AuPlus, string Fondement) : IRegle
{
    public string Code => "RG6.18";

    public string? Champ => ChampSaisi;

    public bool EstRespectee => Texte?.Trim() is { Length: > 0 } texte && texte.Length <= AuPlus;

    public string Message => $"{Designation} est à renseigner, en {AuPlus.ToString(Francais.Culture)} caractères au plus.";
}

/// <summary>Un texte facultatif reste dans sa longueur.</summary>
/// <remarks>Convention d'accès, art. 2.</remarks>
public sealed record TexteFacultatifDeRegistre(string ChampSaisi, string Designation, string? Texte, int AuPlus) : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "Convention d'accès, art. 2";

    public string? Champ => ChampSaisi;

    public bool EstRespectee => Texte is null || Texte.Trim().Length <= AuPlus;

    public string Message => $"{Designation} a {AuPlus.ToString(Francais.Culture)} caractères au plus : raccourcissez-le.";
}

/// <summary>Ce qui suit ne précède pas.</summary>
/// <remarks>RG6.18. Le même jour est permis.</remarks>
public sealed record DatesDansLOrdre(string ChampSaisi, string Designation, DateOnly Avant, DateOnly? Apres) : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "Ordre des actes";

    public string? Champ => ChampSaisi;

    public bool EstRespectee => Apres is not { } apres || apres >= Avant;

    public string Message => $"{Designation} ne peut pas précéder le {EnClair.Date(Avant)} : corrigez l'une des deux dates.";
}

/// <summary>Un compte de plateforme s'ouvre à compter de la date d'effet, et pas après le dernier jour.</summary>
/// <remarks>
/// RG6.18 ; convention d'accès, art. 2. Le premier et le dernier jour sont permis. Une fois la convention finie, il n'y a plus
/// que des comptes à fermer : aucun ne s'ouvre, fût-ce à une date passée.
/// </remarks>
public sealed record CompteOuvertPendantLaConvention(DateOnly OuvertLe, Periode? EnVigueur, DateOnly Aujourdhui) : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "Convention d'accès, art. 2 et 5";

    public string? Champ => "ouvert-le";

    public bool EstRespectee => EnVigueur is { } vie && vie.Contient(OuvertLe) && !(vie.Fin < Aujourdhui);

    public string Message =>
        EnVigueur is not { } vie ? "La convention n'a pas d'effet : aucun compte ne s'ouvre avant que ses actes soient datés."
        : OuvertLe < vie.Debut ? $"La convention prend effet le {EnClair.Date(vie.Debut)} : aucun compte ne s'ouvre avant."
        : $"La convention a pris fin le {EnClair.Date(vie.Fin!.Value)} : aucun compte ne s'ouvre après.";
}

/// <summary>On ne ferme pas deux fois un compte.</summary>
/// <remarks>Convention d'accès, art. 5.</remarks>
public sealed record CompteEncoreOuvert(DateOnly? FermeLe) : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "Registre des comptes de plateforme";

    public bool EstRespectee => FermeLe is null;

    public string Message => $"Ce compte est fermé depuis le {(FermeLe is { } jour ? EnClair.Date(jour) : "—")} : rien à faire.";
}

/// <summary>Une demande répondue ne se traite plus.</summary>
/// <remarks>Convention d'accès, art. 2.</remarks>
public sealed record DemandeNonRepondue(DateTimeOffset? RepondueLe) : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "Registre de l'assistance";

    public bool EstRespectee => RepondueLe is null;

    public string Message => "Cette demande est déjà répondue : enregistrez-en une autre pour la suite.";
}

/// <summary>Un règlement de la consultation se joint à une demande qui porte sur sa conformité.</summary>
/// <remarks>Convention d'accès, art. 2 : « conformité et adéquation du Règlement de Consultation avec la plateforme ».</remarks>
public sealed record ReglementDUneDemandeJuridique(NatureDAssistance Nature) : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "Convention d'accès, art. 2";

    public string? Champ => "nature";

    public bool EstRespectee => Nature is NatureDAssistance.ReglementDeConsultation;

    public string Message =>
        "Un règlement de la consultation se joint à une demande sur sa conformité : changez la nature de celle-ci, ou faites une autre demande.";
}

/// <summary>Une adresse n'a qu'un compte ouvert au titre d'une convention.</summary>
/// <remarks>RG6.18 ; convention d'accès, art. 2.</remarks>
public sealed record UnCompteParAdresse(string Courriel, DateOnly? DejaOuvertLe) : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "Registre des comptes de plateforme";

    public string? Champ => "courriel";

    public bool EstRespectee => DejaOuvertLe is null;

    public string Message =>
        $"L'adresse {Courriel} a déjà un compte, ouvert le {EnClair.Date(DejaOuvertLe!.Value)} : fermez-le d'abord, ou donnez une autre adresse.";
}

/// <summary>Une délibération du CDG s'enregistre une fois : son numéro et sa date la désignent.</summary>
/// <remarks>RG6.18. Deux conseils peuvent reprendre un numéro, jamais le même jour.</remarks>
public sealed record DeliberationUneSeuleFois(string Numero, DateOnly Date, bool DejaEnregistree) : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "Registre des délibérations";

    public string? Champ => "numero";

    public bool EstRespectee => !DejaEnregistree;

    public string Message =>
        $"La délibération n° {Numero} du {EnClair.Date(Date)} est déjà au registre : corrigez celle qui y est, ou le numéro.";
}

/// <summary>L'assistance est un service de la convention : elle s'arrête avec elle.</summary>
/// <remarks>Convention d'accès, art. 2. Le dernier jour est permis ; une autre convention, même à venir, la rend.</remarks>
/// <param name="FinieLe">Le dernier jour de la dernière convention ; nul si la collectivité n'en a pas eu, ou en a une autre.</param>
/// <param name="Jour">Le jour de la demande.</param>
public sealed record AssistancePendantLaConvention(DateOnly? FinieLe, DateOnly Jour) : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "Convention d'accès, art. 2 et 5";

    public string? Champ => "collectivite";

    public bool EstRespectee => FinieLe is not { } fin || Jour <= fin;

    public string Message =>
        $"La convention d'accès de cette collectivité a pris fin le {(FinieLe is { } fin ? EnClair.Date(fin) : "—")} : l'assistance qu'elle promettait n'est plus due. Aucune demande n'est enregistrée ; une nouvelle convention la rendrait.";
}
