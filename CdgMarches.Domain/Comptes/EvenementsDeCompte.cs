using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Comptes;

/// <summary>Un compte est créé.</summary>
public sealed record CompteCree(string Nom, string Identifiant, string DroitsDonnes, Guid? Collectivite = null) : IEvenementMetier
{
    public string Libelle => $"Compte créé pour {Nom}, identifiant {Identifiant}.";

    public string Apres => DroitsDonnes;
}

/// <summary>Le nom, le courriel, les rôles ou le périmètre d'un compte ont changé.</summary>
public sealed record CompteModifie(string Nom, string Avant, string Apres) : IEvenementMetier
{
    public string Libelle => $"Compte {GrammaireDuNom.De(Nom)} modifié.";
}

/// <summary>Un compte est fermé : il ne peut plus se connecter, son histoire demeure.</summary>
public sealed record CompteFerme(string Nom, string Motif) : IEvenementMetier
{
    public string Libelle => $"Compte {GrammaireDuNom.De(Nom)} fermé.";
}

public sealed record CompteRouvert(string Nom) : IEvenementMetier
{
    public string Libelle => $"Compte {GrammaireDuNom.De(Nom)} rouvert.";
}

/// <summary>Trop d'essais manqués : le compte attend.</summary>
public sealed record CompteVerrouille(string Nom, DateTimeOffset Jusquau) : IEvenementMetier
{
    public string Libelle => $"Compte {GrammaireDuNom.De(Nom)} verrouillé après plusieurs mots de passe faux.";

    public string Apres => $"jusqu'au {Jusquau.ToString("O", Francais.Culture)}";
}

public sealed record CompteDeverrouille(string Nom) : IEvenementMetier
{
    public string Libelle => $"Compte {GrammaireDuNom.De(Nom)} déverrouillé.";
}

public sealed record InvitationEnvoyee(string Nom, string Courriel, Guid? Collectivite = null) : IEvenementMetier
{
    public string Libelle => $"Lien pour choisir un mot de passe envoyé à {Nom}.";

    public string Apres => Courriel;
}

/// <summary>Un mot de passe est choisi : par son titulaire connecté, ou par un lien reçu.</summary>
public sealed record MotDePasseChoisi(string Nom, bool ParLien) : IEvenementMetier
{
    public string Libelle =>
        ParLien
            ? $"Mot de passe {GrammaireDuNom.De(Nom)} choisi par un lien reçu."
            : $"Mot de passe {GrammaireDuNom.De(Nom)} changé.";
}

public sealed record ConnecteParLien(string Nom) : IEvenementMetier
{
    public string Libelle => $"{Nom} s'est connecté par un lien reçu.";
}

/// <summary>Un utilisateur est rattaché à une collectivité, ou son rattachement change.</summary>
public sealed record RattachementChange(string Nom, string CeQuiChange, string? Avant, string? Apres, Guid? Collectivite)
    : IEvenementMetier
{
    public string Libelle => $"{CeQuiChange} : {Nom}.";
}

public sealed record DemandeDeposee(string Nom, Guid? Collectivite) : IEvenementMetier
{
    public string Libelle => $"Compte demandé par {Nom}.";
}

public sealed record DemandeAcceptee(string Nom, Guid? Collectivite) : IEvenementMetier
{
    public string Libelle => $"Demande de compte {GrammaireDuNom.De(Nom)} acceptée.";
}

public sealed record DemandeRefusee(string Nom, string Motif, Guid? Collectivite) : IEvenementMetier
{
    public string Libelle => $"Demande de compte {GrammaireDuNom.De(Nom)} refusée.";
}
