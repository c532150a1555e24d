namespace CdgMarches.Domain.Documents;

/// <summary>Ce qu'un document est, pour le ranger dans la bibliothèque.</summary>
public enum GenreDeDocument
{
    Convention,
    Avenant,
    DeliberationType,
    Convocation,
    FeuilleDEmargement,
    ProcesVerbal,
    AppelDeContribution,
    Courrier,
    Rapport,
}

public static class GenresDeDocument
{
    public static string Libelle(this GenreDeDocument genre) =>
        genre switch
        {
            GenreDeDocument.Convention => "Convention",
            GenreDeDocument.Avenant => "Avenant",
            GenreDeDocument.DeliberationType => "Délibération type",
            GenreDeDocument.Convocation => "Convocation",
            GenreDeDocument.FeuilleDEmargement => "Feuille d'émargement",
            GenreDeDocument.ProcesVerbal => "Procès-verbal",
            GenreDeDocument.AppelDeContribution => "Appel de contribution",
            GenreDeDocument.Courrier => "Courrier",
            GenreDeDocument.Rapport => "Rapport",
        };
}

/// <summary>Le sens d'une page A4.</summary>
public enum OrientationDePage
{
    Portrait,
    Paysage,
}
