namespace CdgMarches.App.Parametres;

/// <summary>Ce qu'une capacité fait quand des réglages généraux viennent de changer ; à enregistrer dans ses services.</summary>
public interface IAuChangementDeReglage
{
    /// <param name="cles">Les réglages qui ont changé ; leurs nouvelles valeurs sont enregistrées.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    Task ExecuterAsync(IReadOnlyList<string> cles, CancellationToken annulation);
}
