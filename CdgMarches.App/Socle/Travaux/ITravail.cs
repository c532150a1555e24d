using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Socle.Travaux;

/// <summary>Ce qu'un travail de fond fait. Enregistré par <c>AddTravail</c> sous le nom que portent ses lignes.</summary>
/// <remarks>Il peut être rejoué en entier après une coupure : ce qu'il écrit doit supporter de l'être deux fois.</remarks>
public interface ITravail
{
    /// <param name="auteur">Celui qui l'a demandé, avec ses droits d'aujourd'hui.</param>
    /// <param name="parametres">Ce qu'il faut faire, en JSON.</param>
    /// <param name="progres">Où il en est ; à appeler aussi souvent que l'on veut, c'est enregistré deux fois par seconde.</param>
    /// <param name="annulation">L'auteur renonce, ou le serveur s'arrête.</param>
    /// <returns>Le fichier produit, ou null s'il n'y en a pas.</returns>
    Task<FichierProduit?> ExecuterAsync(
        Acteur auteur,
        string parametres,
        IProgress<Avancement> progres,
        CancellationToken annulation
    );
}

/// <param name="Fait">Ce qui est fait.</param>
/// <param name="Total">Ce qu'il y a à faire ; zéro si on ne le sait pas.</param>
/// <param name="Etape">Ce qui se fait en ce moment (« Écriture du classeur »).</param>
public sealed record Avancement(int Fait, int Total, string? Etape = null);

/// <param name="Nom">Le nom de téléchargement.</param>
/// <param name="TypeMime">Son type (<see cref="Fichiers.TypesMime"/>).</param>
/// <param name="Contenu">Le contenu, depuis sa position ; il est fermé une fois rangé.</param>
public sealed record FichierProduit(string Nom, string TypeMime, Stream Contenu)
{
    public static FichierProduit De(string nom, string typeMime, byte[] contenu) =>
        new(nom, typeMime, new MemoryStream(contenu, writable: false));
}
