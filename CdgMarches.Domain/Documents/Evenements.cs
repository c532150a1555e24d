using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Documents;

public sealed record ModeleCree(string Nom) : IEvenementMetier
{
    public string Libelle => $"Modèle « {Nom} » ajouté à la bibliothèque.";
}

public sealed record VersionDeModeleDeposee(int Numero, string? Commentaire) : IEvenementMetier
{
    public string Libelle => $"Version {Numero.ToString(Francais.Culture)} du modèle déposée.";

    public string? Apres => Commentaire;
}

public sealed record VersionDeModeleRestauree(int Numero, int Ancienne) : IEvenementMetier
{
    public string Libelle =>
        $"Version {Ancienne.ToString(Francais.Culture)} du modèle reprise sous le numéro {Numero.ToString(Francais.Culture)}.";
}

public sealed record ModeleRenomme(string Ancien, string Nouveau) : IEvenementMetier
{
    public string Libelle => "Modèle renommé.";

    public string? Avant => Ancien;

    public string? Apres => Nouveau;
}

public sealed record ModeleDesigne(string Nom) : IEvenementMetier
{
    public string Libelle => $"« {Nom} » désigné comme modèle par défaut.";
}

public sealed record ModeleRemplace(string Nom, string Remplacant) : IEvenementMetier
{
    public string Libelle => $"« {Nom} » n'est plus le modèle par défaut : « {Remplacant} » le remplace.";
}

public sealed record ModeleArchive(string Nom) : IEvenementMetier
{
    public string Libelle => $"Modèle « {Nom} » archivé.";
}

public sealed record ModeleRetabli(string Nom) : IEvenementMetier
{
    public string Libelle => $"Modèle « {Nom} » rétabli.";
}

/// <summary>Une ligne de l'histoire de l'objet pour lequel le document a été produit.</summary>
public sealed record DocumentEstProduit(string Titre, string Modele) : IEvenementMetier
{
    public string Libelle => $"Document produit : {Titre}.";

    public string? Apres => Modele;
}

/// <summary>Une ligne de l'histoire de l'objet pour lequel une série de documents a été produite.</summary>
public sealed record SerieEstProduite(string Titre, int Produits) : IEvenementMetier
{
    public string Libelle => $"Série produite : {Titre}, {Produits.ToString(Francais.Culture)} documents.";
}

public sealed record LogoChange(string? Nom) : IEvenementMetier
{
    public string Libelle => Nom is null ? "Logo du papier à en-tête ôté." : "Logo du papier à en-tête changé.";

    public string? Apres => Nom;
}

public sealed record TexteDeConventionChoisi(string Titre) : IEvenementMetier
{
    public string Libelle => $"Texte de la convention : {Titre}.";
}

public sealed record AnnexeEstDeposee(string Nom) : IEvenementMetier
{
    public string Libelle => $"Annexe déposée : {Nom}.";
}

public sealed record DossierMisALaSignature(DateOnly Jour, int Parties, int Annexes) : IEvenementMetier
{
    public string Libelle =>
        $"Convention mise à la signature le {EnClair.Date(Jour)} : {Parties.ToString(Francais.Culture)} parties, {Annexes.ToString(Francais.Culture)} annexes.";
}

public sealed record DossierRepris : IEvenementMetier
{
    public string Libelle => "Convention reprise de la signature.";
}
