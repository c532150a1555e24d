using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions.Regles;

/// <summary>Un texte de registre est renseigné, dans sa longueur.</summary>
/// <remarks>Convention d'accès, art. 2 et 3.</remarks>
public sealed record TexteDeRegistre(string ChampSaisi, string Designation, string? Texte, int AuPlus) : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "Convention d'accès, art. 2 et 3";

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
/// <remarks>RG6.18 ; convention d'accès, art. 2. Le premier et le dernier jour sont permis.</remarks>
public sealed record CompteOuvertPendantLaConvention(DateOnly OuvertLe, Periode? EnVigueur) : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "Convention d'accès, art. 2 et 5";

    public string? Champ => "ouvert-le";

    public bool EstRespectee => EnVigueur?.Contient(OuvertLe) ?? false;

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

    public string Fondement => "Convention d'accès, art. 5";

    public bool EstRespectee => FermeLe is null;

    public string Message => $"Ce compte est fermé depuis le {(FermeLe is { } jour ? EnClair.Date(jour) : "—")} : rien à faire.";
}

/// <summary>Une demande répondue ne se traite plus.</summary>
/// <remarks>Convention d'accès, art. 2.</remarks>
public sealed record DemandeNonRepondue(DateTimeOffset? RepondueLe) : IRegle
{
    public string Code => "RG6.18";

    public string Fondement => "Convention d'accès, art. 2";

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

    public string Fondement => "Convention d'accès, art. 2";

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

    public string Fondement => "CGCT, art. L2131-1";

    public string? Champ => "numero";

    public bool EstRespectee => !DejaEnregistree;

    public string Message =>
        $"La délibération n° {Numero} du {EnClair.Date(Date)} est déjà au registre : corrigez celle qui y est, ou le numéro.";
}
